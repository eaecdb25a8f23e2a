#!/usr/bin/python3
"""Writes the completion of a shell from what the command says of itself: completion.py bash|zsh|fish VITRINE OUT

What an option or operand takes is told by its name there: DIR a folder, STUDY.yaml a study, FILE… any files, KEY a study key, KEY=VALUE a key to be set,
NAME a preset, a|b one of these words, anything else free text. The scripts do not run the command."""
import re
import sys

from usage import Usage

HEADER = "# {} completion of vitrine {}, made by tools/completion.py of the command's own tables."
GLOBAL = ("--help", "--version", "--json-usage")


def kind_of(argument):
    """none, DIR, KEY=VALUE, N…, or the list of words."""
    return argument.split("|") if argument and "|" in argument else argument or "none"


def operand(verb):
    """The first word of the operands, without brackets: STUDY.yaml, KEY, NAME."""
    return re.sub(r"[\[\]]", "", verb["operands"].split()[0])


def alike(usage):
    """Verbs by what they take: ((operand, options), names)."""
    groups = {}
    for verb in usage.verbs:
        groups.setdefault((operand(verb), tuple(verb["options"])), []).append(verb["name"])
    return groups.items()


def names(option):
    return [name for name in (option["short"], option["name"]) if name]


def quoted(text):
    """A word in single quotes, for bash and zsh."""
    return "'" + text.replace("'", "'\\''") + "'"


def settable(usage):
    """Pairs of keys and the words that they may be set to, the words as one text."""
    return [(key, " ".join(usage.values(param)), param) for key, param in usage.keys()]


def by_words(usage):
    """From words, or @file for a path, to the keys that take them."""
    groups = {}
    for key, words, param in settable(usage):
        what = "@file" if param["type"] == "path" else words
        if what:
            groups.setdefault(what, []).append(key)
    return groups.items()


def wrapped(words, width=120):
    """Words over several lines."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return "\n".join(lines)


BASH = r"""
_vitrine_reply() # LINES
{
    COMPREPLY=()
    [[ ! $1 ]] || mapfile -t COMPREPLY <<<"$1"
}

_vitrine_offer() # WORDS: those that begin with what is typed
{
    _vitrine_reply "$(compgen -W "$1" -- "$cur")"
}

_vitrine_files() # PATTERN…: folders, and the files that match one
{
    local pattern
    compopt -o filenames 2>/dev/null
    _vitrine_reply "$({
        compgen -d -- "$cur"
        for pattern; do compgen -f -X "!$pattern" -- "$cur"; done
    } | sort -u)"
}

# KEY=VALUE: keys with a =, then what the key takes
_vitrine_set()
{
    if [[ $cur != *=* ]]; then
        compopt -o nospace 2>/dev/null
        _vitrine_offer "${_vitrine_keys//[[:space:]]/= }="
        return
    fi
    local key=${cur%%=*}
    cur=${cur#*=}
    case $key in
@CASES@
    esac
    # readline completes only what follows the =, where that parts words
    [[ $COMP_WORDBREAKS == *=* ]] || COMPREPLY=("${COMPREPLY[@]/#/$key=}")
}

_vitrine_argument() # OPTION: what it takes
{
    case $1 in
@ARGUMENTS@
    *) return 1 ;;
    esac
}

_vitrine()
{
    # bash parts words at =: here --set, crs, =, x is --set, crs=x
    local i words=() join='' cur option='' verb
    for ((i = 0; i <= COMP_CWORD; i++)); do
        if ((i > 1)) && [[ ${COMP_WORDS[i]} == =* || ( $join && ${COMP_WORDS[i]} ) ]]; then
            words[${#words[@]}-1]+=${COMP_WORDS[i]}
        else
            words+=("${COMP_WORDS[i]}")
        fi
        join=
        [[ ${COMP_WORDS[i]} != = ]] || join=yes
    done
    COMPREPLY=()
    cur=${words[${#words[@]}-1]} verb=${words[1]}
    if ((${#words[@]} == 2)); then
        _vitrine_offer '@VERBS@'
        return
    fi
    if [[ $cur == --*=* ]]; then
        option=${cur%%=*} cur=${cur#*=}
        _vitrine_argument "$option" || return 0
        [[ $COMP_WORDBREAKS == *=* ]] || COMPREPLY=("${COMPREPLY[@]/#/$option=}")
        return
    fi
    _vitrine_argument "${words[${#words[@]}-2]}" && return
    case $verb in
@OPERANDS@
    esac
}
complete -F _vitrine vitrine"""


def bash(usage):
    cases = []
    for what, keys in by_words(usage):
        call = "_vitrine_files '*'" if what == "@file" else f"_vitrine_offer {quoted(what)}"
        cases += ["    " + wrapped([key + " |" for key in keys[:-1]] + [keys[-1] + ")"]).replace("\n", " \\\n    "),
                  f"        {call} ;;"]
    arguments = []
    for option in usage.options.values():
        kind = kind_of(option["argument"])
        call = {"none": None, "DIR": "_vitrine_files", "KEY=VALUE": "_vitrine_set"}.get(str(kind), "COMPREPLY=()")
        call = f"_vitrine_offer {quoted(' '.join(kind))}" if isinstance(kind, list) else call
        if call:
            arguments.append(f"    {' | '.join(names(option))}) {call} ;;")
    takes = {"STUDY.yaml": "_vitrine_files '*.yaml' '*.yml'", "FILE…": "_vitrine_files '*'", "KEY": '_vitrine_offer "$_vitrine_params"',
             "NAME": f"_vitrine_offer {quoted(' '.join(usage.presets))}"}
    operands = []
    for (operands_name, options), verbs in alike(usage):
        words = " ".join(name for option in options for name in names(usage.options[option]))
        operands += [f"    {' | '.join(verbs)})", f"        if [[ $cur == -* ]]; then _vitrine_offer {quoted(words)}",
                     f"        else {takes[operands_name]}; fi ;;"]
    text = BASH.replace("@CASES@", "\n".join(cases)).replace("@ARGUMENTS@", "\n".join(arguments))
    text = text.replace("@OPERANDS@", "\n".join(operands))
    text = text.replace("@VERBS@", " ".join([verb["name"] for verb in usage.verbs] + list(GLOBAL)))
    return ("\n_vitrine_keys=" + quoted(wrapped(key for key, _, _ in settable(usage)))
            + "\n_vitrine_params=" + quoted(wrapped(param["key"] for param in usage.params)) + "\n" + text)


ZSH = r"""
_vitrine_keys=(
@KEYS@
)
_vitrine_params=(
@PARAMS@
)

_vitrine_set() { # KEY=VALUE
    if [[ $PREFIX != *=* ]]; then
        compadd -S = -a _vitrine_keys
        return
    fi
    local key=${PREFIX%%=*}
    compset -P 1 '*='
    case $key in
@CASES@
    *) _message value ;;
    esac
}

_vitrine_keys_of_params() { compadd -a _vitrine_params }

_vitrine() {
    local curcontext=$curcontext context state line ret=1
    typeset -A opt_args
    if (( CURRENT == 2 )); then
        local -a verbs options
        verbs=(
@VERBS@
        )
        options=(
@GLOBAL@
        )
        _describe -t verbs verb verbs && ret=0
        [[ $PREFIX != -* ]] || { _describe -o -t options option options && ret=0 }
        return ret
    fi
    local verb=$words[2]
    shift words
    (( CURRENT-- ))
    case $verb in
@OPERANDS@
    esac
}

_vitrine "$@" """


def zsh(usage):
    def spec(option):
        help_text = re.sub(r"([\[\]:\\])", r"\\\1", option["help"])
        kind = kind_of(option["argument"])
        action = {"none": "", "DIR": ":DIR:_files -/", "KEY=VALUE": ":KEY=VALUE:_vitrine_set"}.get(str(kind), f":{option['argument']}: ")
        action = f":{option['name'][2:]}:({' '.join(kind)})" if isinstance(kind, list) else action
        forms = [(option["short"], "" if kind == "none" else "+"), (option["name"], "" if kind == "none" else "=")]
        forms = [name + after for name, after in forms if name]
        before = "*" if kind == "KEY=VALUE" else f"({' '.join(names(option))})"
        if len(forms) == 1:
            return [quoted(f"{before}{forms[0]}[{help_text}]{action}")]
        return [quoted(before) + "{" + ",".join(forms) + "}" + quoted(f"[{help_text}]{action}")]

    cases = [f"    {'|'.join(keys)}) {'_files' if what == '@file' else 'compadd -- ' + what} ;;" for what, keys in by_words(usage)]
    takes = {"STUDY.yaml": '*:study:_files -g "*.(yaml|yml)"', "FILE…": "*:file:_files", "KEY": "1:key:_vitrine_keys_of_params",
             "NAME": f"1:preset:({' '.join(usage.presets)})"}
    operands = []
    for (operands_name, options), verbs in alike(usage):
        specs = [part for option in options for part in spec(usage.options[option])]
        lines = " \\\n            ".join(["_arguments -s -S", *specs, quoted(takes[operands_name])])
        operands.append(f"    {'|'.join(verbs)})\n        {lines} ;;")

    def described(pairs):
        return "\n".join("            " + quoted(name.replace(":", "\\:") + ":" + text) for name, text in pairs)

    text = ZSH
    for mark, part in {"KEYS": wrapped(key for key, _, _ in settable(usage)),
                       "PARAMS": wrapped(quoted(param["key"]) for param in usage.params), "CASES": "\n".join(cases),
                       "VERBS": described((verb["name"], verb["summary"]) for verb in usage.verbs),
                       "GLOBAL": described((name, usage.options[name]["help"]) for name in GLOBAL),
                       "OPERANDS": "\n".join(operands)}.items():
        text = text.replace(f"@{mark}@", part)
    return text.rstrip()


FISH = r"""
complete -c vitrine -f

function __vitrine_no_verb
    set -l words (commandline -opc)
    test (count $words) -eq 1
end

function __vitrine_verb # VERB…: one of them was given
    set -l words (commandline -opc)
    test (count $words) -gt 1; and contains -- $words[2] $argv
end

function __vitrine_params
    printf '%s\n' @PARAMS@
end

# KEY=VALUE: keys with a =, then what the key takes
function __vitrine_set
    set -l typed (string replace -r '^--set=' '' -- (commandline -ct))
    if not string match -q '*=*' -- $typed
        printf '%s\n' @KEYS@
        return
    end
    set -l key (string split -m 1 = -- $typed)[1]
    switch $key
@CASES@
    end
end
"""


def fish(usage):
    def text(words):
        return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"

    cases = []
    for what, keys in by_words(usage):
        call = "__fish_complete_path (string split -m 1 = -- $typed)[2] | string replace -r '^' $key=" if what == "@file" else \
            "printf '%s\\n' $key={" + what.replace(" ", ",") + "}"
        cases += ["        case " + wrapped(keys).replace("\n", " \\\n            "), f"            {call}"]
    keys = wrapped(key + "=" for key, _, _ in settable(usage)).replace("\n", " \\\n            ")
    params = wrapped(text(param["key"]) for param in usage.params).replace("\n", " \\\n        ")
    lines = [FISH.replace("@PARAMS@", params).replace("@KEYS@", keys).replace("@CASES@", "\n".join(cases))]
    lines += [f'complete -c vitrine -n __vitrine_no_verb -a {verb["name"]} -d {text(verb["summary"])}' for verb in usage.verbs]
    lines += [f"complete -c vitrine -n __vitrine_no_verb -l {name[2:]} -d {text(usage.options[name]['help'])}" for name in GLOBAL]
    takes = {"STUDY.yaml": "-k -a '(__fish_complete_suffix .yaml)'", "FILE…": "-F", "KEY": "-a '(__vitrine_params)'",
             "NAME": "-a " + text(" ".join(usage.presets))}
    for (operands_name, _), verbs in alike(usage):
        lines.append(f"complete -c vitrine -n '__vitrine_verb {' '.join(verbs)}' {takes[operands_name]}")
    for name, option in usage.options.items():
        verbs = " ".join(verb["name"] for verb in usage.verbs if name in verb["options"])
        kind = kind_of(option["argument"])
        action = {"none": "", "DIR": " -x -a '(__fish_complete_directories)'", "KEY=VALUE": " -x -a '(__vitrine_set)'"}.get(str(kind), " -x")
        action = f" -x -a {text(' '.join(kind))}" if isinstance(kind, list) else action
        short = f" -s {option['short'][1:]}" if option["short"] else ""
        lines.append(f"complete -c vitrine -n '__vitrine_verb {verbs}'{short} -l {name[2:]}{action} -d {text(option['help'])}")
    return "\n".join(lines)


def main(shell, vitrine, out):
    usage = Usage(vitrine)
    first = "#compdef vitrine\n" if shell == "zsh" else ""
    with open(out, "w", encoding="utf-8") as file:
        file.write(first + HEADER.format(shell, usage.version) + "\n" + {"bash": bash, "zsh": zsh, "fish": fish}[shell](usage) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
