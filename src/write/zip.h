/* zip.h - a zip archive of one file, in memory: what QGIS keeps a project in (.qgz). The same text and time give the same bytes. */
#ifndef VT_ZIP_H
#define VT_ZIP_H

#include "write/buffer.h"

/* Appends the archive to `out`. `time`: "2026-06-30T00:00:00…", from 1980 on; an earlier one is written as 1980-01-01. */
void vt_zip_one(vt_buffer *out, const char *name, const char *time, const char *text, size_t n);

#endif
