/* geojson_scan.h - what GDAL does not tell of a GeoJSON file: is there a `crs`, are there ids. */
#ifndef VT_GEOJSON_SCAN_H
#define VT_GEOJSON_SCAN_H

#include <stdbool.h>
#include <stdio.h>

typedef struct {
    bool topology;            /* a TopoJSON: "type": "Topology" at the top */
    bool has_crs, links_crs;  /* a `crs` member; one that would be fetched from an address */
    size_t features, text_ids, number_ids; /* how many; ids of features */
} vt_geojson_facts;

/* Reads the whole file once. */
vt_geojson_facts vt_geojson_scan(FILE *file);

#endif
