// Validates styles.maplibre.json by MapLibre's own validator of its style specification: node tests/web/style.mjs FILE…
// The package @maplibre/maplibre-gl-style-spec is looked for beside this file, in the folder where one stands, and in NODE_PATH; without
// it there is nothing to say. One TAP line a file, and one for a style that is spoilt on purpose.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const files = process.argv.slice(2);
if (!files.length) {
    console.error('usage: node style.mjs FILE…');
    process.exit(2);
}

async function validator() {
    const places = [import.meta.url, pathToFileURL(`${process.cwd()}/`), ...(process.env.NODE_PATH ?? '').split(':').filter(Boolean).map((p) => pathToFileURL(`${p}/`))];
    for (const place of places) {
        try {
            return (await import(pathToFileURL(createRequire(place).resolve('@maplibre/maplibre-gl-style-spec')))).validateStyleMin;
        } catch (error) {
            if (!['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(error.code)) {
                throw error;
            }
        }
    }
    return null;
}

const validate = await validator();
let failed = 0;
for (const file of files) {
    if (!validate) {
        console.log(`ok - ${file} is a MapLibre style # SKIP no @maplibre/maplibre-gl-style-spec`);
        continue;
    }
    const style = JSON.parse(readFileSync(file, 'utf8'));
    const errors = validate(style);
    failed += errors.length > 0;
    errors.forEach((error) => console.log(`# ${error.message}`));
    console.log(`${errors.length ? 'not ok' : 'ok'} - ${file} is a MapLibre style`);
    style.layers.at(-1).filter = ['get'];
    const seen = validate(style).length > 0;
    failed += !seen;
    console.log(`${seen ? 'ok' : 'not ok'} - ${file}: a spoilt filter is seen`);
}
process.exit(failed ? 1 : 0);
