/* Which writings name the same street. Each pair is a judgement of usage (La Poste's abbreviations, the
 * cadastre's capitals, English directions), not a computed value. */
#include "base/street_name.h"

#include "../../support/check.h"

static vt_arena arena;

static const char *key(const char *text)
{
    vt_street_name name;
    return vt_street_name_parse(&arena, text, &name) ? name.key : NULL;
}

static bool same(const char *a, const char *b)
{
    return strcmp(key(a), key(b)) == 0;
}

static bool lacks(const char *written, const char *street)
{
    vt_street_name one, two;
    return vt_street_name_parse(&arena, written, &one) && vt_street_name_parse(&arena, street, &two) &&
           vt_street_name_lacks_type(&one, &two);
}

TEST(accents_case_hyphens_apostrophes_and_spaces_do_not_count)
{
    CHECK(same("Rue de l'Hôtel-de-Ville", "RUE DE L HOTEL DE VILLE"));
    CHECK(same("Rue de l’Hôtel  de Ville", "rue de l'hotel de ville"));
    CHECK(same("Place de l\u2019E\u0301glise", "PLACE DE L'EGLISE")); /* NFD */
    CHECK(same("Rue du Bœuf", "RUE DU BOEUF"));
    CHECK(same("Rue\u00A0Pasteur", " rue pasteur "));
}

TEST(french_abbreviations_of_type_words)
{
    CHECK(same("Bd Gambetta", "Boulevard Gambetta"));
    CHECK(same("Av. de la Gare", "Avenue de la Gare"));
    CHECK(same("Pl du Marché", "Place du Marché"));
    CHECK(same("Rte de Lyon", "Route de Lyon"));
    CHECK(same("Chem. des Vignes", "Chemin des Vignes"));
    CHECK(same("Imp des Lilas", "Impasse des Lilas"));
    CHECK(same("Sq. Hugo", "Square Hugo"));
    CHECK(same("All. des Tilleuls", "Allée des Tilleuls"));
    CHECK(same("Fg St-Nicolas", "Faubourg Saint-Nicolas"));
    CHECK(same("R. Pasteur", "Rue Pasteur"));
    CHECK(same("Rue du Fbg Saint-Denis", "RUE DU FG ST DENIS"));
}

TEST(english_abbreviations_ordinals_and_directions)
{
    CHECK(same("W 4TH AV", "West 4th Avenue"));
    CHECK(same("Main St", "Main Street"));
    CHECK(same("Commercial Dr", "COMMERCIAL DRIVE"));
    CHECK(same("Kingsway Blvd.", "Kingsway Boulevard"));
    CHECK(same("Cambie Rd", "Cambie Road"));
    CHECK(!same("W 4TH AV", "E 4TH AV"));
    CHECK(!same("W 4TH AV", "W 5TH AV"));
    CHECK(!same("E HASTINGS ST", "HASTINGS ST"));
}

TEST(st_is_saint_before_a_name_and_street_at_the_end)
{
    CHECK(same("Rue St-Étienne", "Rue Saint-Etienne"));
    CHECK(same("Ste-Anne Rue", "Sainte Anne Rue"));
    CHECK(same("St Catherine St", "Saint Catherine Street"));
    CHECK(!same("St Catherine St", "Street Catherine Saint"));
}

TEST(articles_and_ordinals)
{
    CHECK(same("Rue de la Paix", "Rue Paix"));
    CHECK(same("Rue du 8-Mai-1945", "RUE 8 MAI 1945"));
    CHECK(same("1re Avenue", "1ère avenue"));
    CHECK(same("Rue du 1er Mai", "Rue du 1 Mai"));
    CHECK(!same("Avenue D", "Avenue L")); /* a letter that is all of the name is no article */
}

TEST(another_type_word_is_another_street)
{
    CHECK(!same("Rue Pasteur", "Avenue Pasteur"));
    CHECK(!same("Rue Grande", "Grande Rue"));
    CHECK(!lacks("Rue Pasteur", "Avenue Pasteur"));
}

TEST(a_name_may_lack_its_type_word)
{
    CHECK(lacks("République", "Rue de la République"));
    CHECK(lacks("W KING EDWARD", "W KING EDWARD AV"));
    CHECK(!lacks("Rue de la République", "République"));
    CHECK(!lacks("", "Rue"));
}

static double alike(const char *a, const char *b)
{
    vt_street_name one, two;
    return vt_street_name_parse(&arena, a, &one) && vt_street_name_parse(&arena, b, &two)
               ? vt_street_name_similarity(&one, &two)
               : -1;
}

TEST(near_names_of_another_street_are_not_alike)
{
    /* "rue republique" and "rue republiqe": one letter of 14 lacking: 1 - 1/14 */
    CHECK_CLOSE(alike("Rue de la République", "Rue de la Républiqe"), 1 - 1.0 / 14, 1e-15);
    CHECK_CLOSE(alike("W 4TH AV", "W 5TH AV"), 0, 0);
    CHECK_CLOSE(alike("E Georgia St", "W Georgia St"), 0, 0);
    CHECK_CLOSE(alike("Rue du 8 Mai", "Rue du 8 Mai 1945"), 0, 0);
    CHECK_CLOSE(alike("Rue de Saint-Germain-en-Laye", "Route de Saint-Germain-en-Laye"), 0, 0);
    CHECK_CLOSE(alike("Rue Charles X", "Rue Charles V"), 0, 0);
    CHECK(alike("Saint-Germain-en-Laie", "Rue Saint-Germain-en-Laye") > 0); /* one has no type: still a name */
}

TEST(nothing_breaks_on_odd_text)
{
    CHECK_TEXT(key(""), "");
    CHECK_TEXT(key(" - ' "), "");
    CHECK(key("\xC3\x28 broken") != NULL);
    CHECK(key("a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j") != NULL);
}

int main(void)
{
    RUN(accents_case_hyphens_apostrophes_and_spaces_do_not_count);
    RUN(french_abbreviations_of_type_words);
    RUN(english_abbreviations_ordinals_and_directions);
    RUN(st_is_saint_before_a_name_and_street_at_the_end);
    RUN(articles_and_ordinals);
    RUN(another_type_word_is_another_street);
    RUN(a_name_may_lack_its_type_word);
    RUN(near_names_of_another_street_are_not_alike);
    RUN(nothing_breaks_on_odd_text);
    vt_arena_free(&arena);
    return failures > 0;
}
