/* catalogue.c - see catalogue.h. Reads fr.mo, built into the library: the GNU MO file format of the gettext manual, whose messages are
 * sorted, each with its length and its NUL. */
#include "write/catalogue.h"

#include <stdint.h>
#include <string.h>

#include "embedded.h"

static uint32_t word_at(const char *mo, size_t at)
{
    uint32_t word;
    memcpy(&word, mo + at, sizeof word);
    return word;
}

const char *vt_catalogue_french(const char *message)
{
    static const uint32_t magic = 0x950412de;
    enum { COUNT = 8, ORIGINALS = 12, TRANSLATIONS = 16, PAIR = 8 };
    const char *mo = vt_embedded_find("po/fr.mo");
    if (!mo || word_at(mo, 0) != magic) {
        return message;
    }
    for (uint32_t low = 0, high = word_at(mo, COUNT); low < high;) {
        const uint32_t middle = low + (high - low) / 2;
        const int order = strcmp(message, mo + word_at(mo, word_at(mo, ORIGINALS) + PAIR * middle + 4));
        if (order == 0) {
            return mo + word_at(mo, word_at(mo, TRANSLATIONS) + PAIR * middle + 4);
        }
        low = order > 0 ? middle + 1 : low;
        high = order < 0 ? middle : high;
    }
    return message;
}
