/* xlsx.c - tables.xlsx: `À lire`, the worst streets, then a sheet a layer. libxlsxwriter neither tells of a full disk nor keeps
 * silent about it: room is made sure of before it puts the file together, and the file is read back. */
#include "write/xlsx.h"

#include <cpl_vsi.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "write/failures.h"

static const char file_name[] = "tables.xlsx";

/* --- cells ----------------------------------------------------------------------------------------- */

static bool is_escape(const char *text)
{
    return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789abcdefABCDEF") >= 4 && text[6] == '_';
}

/* As Excel stores it: control characters as _x000D_, and what looks so from the start as _x005F_x000D_; the two characters that
 * are no XML are replaced. Returns how far it came: at most what a cell holds, counted in UTF-16. */
static size_t clean(vt_buffer *to, const char *text)
{
    enum { ESCAPE = 7, MOST = 32767 };
    size_t at = 0, units = 0;
    to->n = 0;
    vt_buffer_add(to, "");
    while (text[at]) {
        const unsigned char c = (unsigned char)text[at];
        const size_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        const bool control = c < 0x20 && c != '\t' && c != '\n', literal = is_escape(text + at);
        units += control ? ESCAPE : literal ? ESCAPE : n == 4 ? 2 : 1;
        if (units > MOST) {
            break;
        }
        if (control) {
            vt_buffer_printf(to, "_x%04X_", c);
        } else if (literal) {
            vt_buffer_add(to, "_x005F_");
        } else if (c == 0xEF && (unsigned char)text[at + 1] == 0xBF && (unsigned char)text[at + 2] >= 0xBE) {
            vt_buffer_add(to, "\xEF\xBF\xBD");
        } else {
            vt_buffer_add_n(to, text + at, n);
        }
        at += n;
    }
    return at;
}

static void remember(vt_xlsx *x, lxw_error error)
{
    x->error = x->error ? x->error : error;
}

void vt_xlsx_text(vt_xlsx *x, lxw_worksheet *sheet, size_t row, size_t column, const char *text, lxw_format *format)
{
    if (!text || !*text) {
        return;
    }
    x->e->cut_cells += clean(&x->clean, text) < strlen(text);
    if (x->clean.failed) {
        remember(x, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    remember(x, worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)column, x->clean.text, format));
}

void vt_xlsx_number(vt_xlsx *x, lxw_worksheet *sheet, size_t row, size_t column, double value, lxw_format *format)
{
    if (isfinite(value)) {
        remember(x, worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column, value, format));
    }
}

/* --- the workbook ---------------------------------------------------------------------------------- */

static void make_formats(vt_xlsx *x)
{
    const char *const numbers[VT_CELL_KINDS] = {
        [VT_CELL_TEXT] = "@",           [VT_CELL_DATE] = vt_xlsx_say(x, "dd/mm/yyyy", "yyyy-mm-dd"),
        [VT_CELL_INTEGER] = "0",        [VT_CELL_SHARE] = vt_xlsx_say(x, "0.0\\ %", "0.0%"),
        [VT_CELL_AREA] = "#,##0",       [VT_CELL_LENGTH] = "#,##0.0",
        [VT_CELL_HECTARES] = "#,##0.00", [VT_CELL_DENSITY] = "0.0000",
        [VT_CELL_NUMBER] = "0.00##"};
    for (int kind = 0; kind < VT_CELL_KINDS; kind++) {
        x->cell[kind] = workbook_add_format(x->book);
        format_set_num_format(x->cell[kind], numbers[kind]);
        format_set_align(x->cell[kind], LXW_ALIGN_VERTICAL_TOP);
    }
    x->title = workbook_add_format(x->book);
    format_set_bold(x->title);
    format_set_font_size(x->title, 16);
    x->section = workbook_add_format(x->book);
    format_set_bold(x->section);
    format_set_font_size(x->section, 12);
    format_set_bottom(x->section, LXW_BORDER_THIN);
    x->heading = workbook_add_format(x->book);
    format_set_bold(x->heading);
    format_set_text_wrap(x->heading);
    format_set_align(x->heading, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(x->heading, 0xE8EDF2);
    format_set_bottom(x->heading, LXW_BORDER_THIN);
    x->wrapped = workbook_add_format(x->book);
    format_set_text_wrap(x->wrapped);
    format_set_indent(x->wrapped, 1);
    format_set_align(x->wrapped, LXW_ALIGN_VERTICAL_TOP);
    x->link = workbook_add_format(x->book);
    format_set_font_color(x->link, 0x0563C1);
    format_set_underline(x->link, LXW_UNDERLINE_SINGLE);
    format_set_align(x->link, LXW_ALIGN_VERTICAL_TOP);
}

/* libxlsxwriter takes 0 for now: 1970 begins a second late. */
static void set_properties(vt_xlsx *x)
{
    vt_days day = {0, 0};
    char date[VT_DATE_ROOM];
    snprintf(date, sizeof date, "%.10s", x->e->timestamp);
    (void)vt_date_parse(date, "%Y-%m-%d", &day);
    const int hour = 10 * (x->e->timestamp[11] - '0') + x->e->timestamp[12] - '0';
    const int minute = 10 * (x->e->timestamp[14] - '0') + x->e->timestamp[15] - '0';
    const int second = 10 * (x->e->timestamp[17] - '0') + x->e->timestamp[18] - '0';
    const time_t created = (time_t)(day.first * 86400 + hour * 3600 + minute * 60 + second);
    const char *title = vitrine_study_get(x->e->study, "title");
    (void)clean(&x->clean, title ? title : "");
    char *shown = vt_arena_text(&x->arena, x->clean.text ? x->clean.text : "");
    char *comments = vt_arena_printf(&x->arena, "vitrine %s", vitrine_version());
    if (!shown || !comments || x->clean.failed) {
        remember(x, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    lxw_doc_properties properties = {.title = shown, .comments = comments, .created = created ? created : 1};
    remember(x, workbook_set_properties(x->book, &properties));
}

/* Characters, not bytes; how many bytes the first `most` take. */
static size_t bytes_of(const char *text, size_t most)
{
    size_t at = 0;
    for (size_t n = 0; text[at]; n++) {
        if (n == most) {
            break;
        }
        do {
            at++;
        } while (((unsigned char)text[at] & 0xC0) == 0x80);
    }
    return at;
}

lxw_worksheet *vt_xlsx_add(vt_xlsx *x, const char *name)
{
    char tried[LXW_MAX_SHEETNAME_LENGTH], number[8] = "";
    for (int i = 2; i < 1000; i++) {
        snprintf(tried, sizeof tried, "%.*s%s", (int)bytes_of(name, LXW_SHEETNAME_MAX - strlen(number)), name, number);
        if (!workbook_get_worksheet_by_name(x->book, tried)) {
            return workbook_add_worksheet(x->book, tried);
        }
        snprintf(number, sizeof number, " %d", i);
    }
    return NULL;
}

/* Titles of more than 31 characters, said shorter. */
static const char *sheet_name(const vt_xlsx *x, const char *layer)
{
    const vt_layer_title *title = vt_layer_title_of(layer);
    if (strcmp(layer, "street_centre_vacancy") == 0) {
        return vt_xlsx_say(x, "Taux par rue et centre", "Rate per street and centre");
    }
    return title ? vt_xlsx_say(x, title->title_fr, title->title_en) : layer;
}

/* A sheet of streets, read first; rows of one are all written before those of the next. */
static bool add_sheets(vt_xlsx *x)
{
    x->sheets = vt_arena_array(&x->arena, x->e->n_layers + 1, sizeof *x->sheets);
    x->read_me = vt_xlsx_add(x, vt_xlsx_say(x, "À lire", "Read me"));
    bool worked = x->sheets && x->read_me;
    if (worked && vt_xlsx_has_worst(x->e)) {
        x->worst = vt_xlsx_add(x, vt_xlsx_say(x, "Rues les plus vacantes", "Most vacant streets"));
        worked = x->worst;
    }
    for (size_t i = 0; worked && i < x->e->n_layers; i++) {
        x->sheets[i] = vt_xlsx_add(x, sheet_name(x, x->e->layers[i]->name));
        worked = x->sheets[i];
    }
    return worked;
}

/* --- on the disk ----------------------------------------------------------------------------------- */

/* The sheets' rows are on the disk already; errno of what failed there, or 0. `*most`, `*all`: bytes of the largest, of all. */
static int rows_on_disk(vt_xlsx *x, off_t *most, off_t *all)
{
    lxw_worksheet *sheet;
    *most = *all = 0;
    STAILQ_FOREACH(sheet, x->book->worksheets, list_pointers) {
        errno = 0;
        if (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile)) {
            return errno ? errno : ENOSPC;
        }
        const off_t n = ftello(sheet->optimize_tmpfile);
        *most = n > *most ? n : *most;
        *all += n;
    }
    return 0;
}

/* Room for a copy of the largest sheet and for the file, which takes less than a third of the rows. errno, or 0. */
static int make_sure_of_room(vt_xlsx *x)
{
    enum { REST = 1 << 18 };
    off_t most, all;
    int error = rows_on_disk(x, &most, &all);
    FILE *file = error ? NULL : vt_export_create(x->e, file_name);
    if (!file) {
        return error ? error : errno;
    }
    x->book->options.use_zip64 = all > UINT32_MAX - REST;
    const bool known = fallocate(fileno(file), 0, 0, most + all / 3 + REST) == 0 || errno == EOPNOTSUPP;
    error = known ? 0 : errno;
    fclose(file);
    char path[4096];
    snprintf(path, sizeof path, "%s%s", x->e->folder, file_name);
    unlink(path);
    return error;
}

/* The part is whole: it ends as XML ends. */
static bool is_whole(const char *zip, const char *part, const char *end)
{
    char path[512], last[64] = "";
    snprintf(path, sizeof path, "%s/%s", zip, part);
    VSILFILE *file = VSIFOpenL(path, "rb");
    const size_t n = strlen(end);
    const bool whole = file && VSIFSeekL(file, 0, SEEK_END) == 0 && VSIFTellL(file) > n &&
                       VSIFSeekL(file, VSIFTellL(file) - n, SEEK_SET) == 0 && VSIFReadL(last, 1, n, file) == n;
    if (file) {
        VSIFCloseL(file);
    }
    return whole && strcmp(last, end) == 0;
}

/* Reads the file back; the name of a part says which end it has. */
static bool reads_back(const vt_xlsx *x, size_t sheets)
{
    char path[4096], zip[64], part[64];
    snprintf(path, sizeof path, "%s%s", x->e->folder, file_name);
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    snprintf(zip, sizeof zip, "/vsizip/{/proc/self/fd/%d}", fd);
    bool whole = fd >= 0 && is_whole(zip, "xl/workbook.xml", "</workbook>") && is_whole(zip, "xl/styles.xml", "</styleSheet>") &&
                 is_whole(zip, "[Content_Types].xml", "</Types>") && is_whole(zip, "_rels/.rels", "</Relationships>");
    for (size_t i = 1; whole && i <= sheets; i++) {
        snprintf(part, sizeof part, "xl/worksheets/sheet%zu.xml", i);
        whole = is_whole(zip, part, "</worksheet>");
    }
    whole = whole && (!x->worst || is_whole(zip, "xl/charts/chart1.xml", "</c:chartSpace>"));
    if (fd >= 0) {
        close(fd);
    }
    return whole;
}

/* Puts the file together, which frees the workbook. */
static vitrine_status put_together(vt_xlsx *x)
{
    const size_t sheets = x->book->num_worksheets;
    int error = make_sure_of_room(x);
    if (error) {
        return vt_export_failed(x->e, file_name, strerror(error));
    }
    errno = 0;
    const lxw_error failed = workbook_close(x->book);
    error = errno;
    x->book = NULL;
    vt_failures failures;
    vt_failures_begin(&failures);
    const bool whole = !failed && reads_back(x, sheets);
    vt_failures_end();
    return whole ? VITRINE_OK : vt_export_failed(x->e, file_name, strerror(error ? error : EIO));
}

/* --- the whole ------------------------------------------------------------------------------------- */

static vitrine_status write_workbook(vt_xlsx *x)
{
    char path[4096], folder[4096];
    snprintf(path, sizeof path, "%s%s", x->e->folder, file_name);
    snprintf(folder, sizeof folder, "%.*s", (int)strlen(x->e->folder) - 1, x->e->folder);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = folder, .use_zip64 = LXW_FALSE};
    x->book = workbook_new_opt(path, &options);
    bool worked = x->book;
    if (worked) {
        make_formats(x);
        set_properties(x);
        worked = add_sheets(x);
    }
    for (size_t i = 0; worked && i < x->e->n_layers; i++) {
        worked = vt_xlsx_fill(x, x->sheets[i], x->e->layers[i]);
    }
    worked = worked && (!x->worst || vt_xlsx_fill_worst(x)) && vt_xlsx_fill_read_me(x);
    if (!worked || x->error == LXW_ERROR_MEMORY_MALLOC_FAILED) {
        return vt_no_memory(x->e->ctx);
    }
    return x->error ? vt_export_failed(x->e, file_name, lxw_strerror(x->error)) : put_together(x);
}

vitrine_status vt_export_xlsx(vt_export *e)
{
    vt_xlsx x = {.e = e};
    /* libxlsxwriter prints numbers by the locale of the thread, which is the caller's. */
    const locale_t own = duplocale(uselocale((locale_t)0)), points = own ? newlocale(LC_NUMERIC_MASK, "C", own) : (locale_t)0;
    if (!points) {
        if (own) {
            freelocale(own);
        }
        return vt_no_memory(e->ctx);
    }
    const locale_t before = uselocale(points);
    const vitrine_status status = write_workbook(&x);
    uselocale(before);
    freelocale(points);
    if (x.book) {
        lxw_workbook_free(x.book);
    }
    vt_buffer_free(&x.clean);
    vt_arena_free(&x.arena);
    return status;
}
