/* catalogue.h - the French of a message, whatever the locale: outputs speak the study's language. */
#ifndef VT_CATALOGUE_H
#define VT_CATALOGUE_H

/* What tools/po/fr.po has for an English message; the message itself where it has nothing. */
const char *vt_catalogue_french(const char *message);

#endif
