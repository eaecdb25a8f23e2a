/* geojson_scan.h - what GDAL does not tell of a GeoJSON file: is there a `crs`, are there ids. */
#ifndef VT_GEOJSON_SCAN_H
#define VT_GEOJSON_SCAN_H

#include <stdbool.h>
#include <stdio.h>

typedef struct {
    bool topology;            /* a TopoJSON: "type": "Topology" at the top */
    bool has_crs, links_crs;  /* a `crs` member; one that would be fetched from an address */
    bool text_ids, number_ids;
} vt_geojson_facts;

/* Reads the whole file once. */
vt_geojson_facts vt_geojson_scan(FILE *file);

#endif
