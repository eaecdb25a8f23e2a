#!/usr/bin/env python3
"""Makes the demo town: Vernoise-les-Forges, a small French town that does not exist.

Usage: demo_town.py OUTDIR        writes every layer, two study files and README.md

The same bytes come out on any machine: one seeded generator of which only random() is used, no clock, no locale,
coordinates rounded to 1 cm, and only + - * / and sqrt on floats (sin, hypot and sum() differ between platforms and versions).
The town is drawn in local metres around the church (0, 0) and moved to Lambert-93 when it is written.
"""
import csv
import io
import json
import random
import sys
import unicodedata
from collections import Counter, defaultdict
from math import floor, fsum, sqrt
from pathlib import Path

ORIGIN = (812000, 6612000)              # of the local metres, in EPSG:2154; round, so that local areas can be checked by hand
TOWN, NEXT = "71998", "71999"           # municipality codes that INSEE has not given to anyone
TOWNS = {TOWN: "Vernoise-les-Forges", NEXT: "Saint-Aubin-de-Vernoise"}
rng = random.Random(71998)

# Streets: name; half width; share of plots with a shop; vacancy wanted in 2026; points (a second piece after /).
# Ends within 22 m of another line are tied to it, crossings become shared vertices; an empty name is a footpath.
STREETS = """
Place de l'Église;5;.95;.07;-50,4 -40,36 -2,48 36,42 50,6 42,-34 4,-46 -36,-40 -50,4
Grande Rue;5;1;.3;-315,-32 -225,-14 -125,2 -50,4
Rue de la République;5.5;1;.07;50,6 140,16 235,12 322,6
Rue du Pont;5;.95;.09;4,-46 2,-130 0,-222
Pont Saint-Nicolas;5;0;0;0,-222 -2,-280
Faubourg Saint-Nicolas;5;.6;.14;-2,-280 12,-390 60,-560 84,-680
Rue de l'Hôtel-de-Ville;5;.95;.06;-2,48 6,130 -8,200 -4,262
Place du Marché;4.5;1;.05;92,112 150,120 147,168 86,162 92,112
Rue des Carmes;4;.9;.08;36,42 92,112
Rue du Marché;4;.9;.1;121,116 130,15
Rue Saint-Étienne;4.5;.9;.33;-170,-5 -168,62 -118,118 -62,146 6,130
Rue des Orfèvres;4;.95;.1;6,130 89,138
Rue Victor-Hugo;5;.85;.1;149,142 262,140
Rue de la Poste;4.5;.7;.1;116,165 122,255
Rue du Château;4;.2;.1;-40,36 -118,118 -190,200
Rue Basse;4;.4;.12;192,14 196,-70 152,-140 80,-168 1,-160
Rue du Four;4;.6;.1;2,-130 -78,-122 -140,-82 -152,-2
Rue de la Boucherie;3.5;.75;.15;-36,-40 -78,-122
Rue des Tanneurs;3.5;0;0;-140,-82 -150,-170 -146,-236
Passage du Commerce;3.5;.9;.12;-92,3 -100,128
Rue Jean-Jaurès;4.5;.65;.1;42,-34 152,-140 312,-200
Rue de l'Abbaye;4;0;0;-168,62 -283,75
Rue du Collège;4;0;0;-62,146 -80,252
Impasse des Lavandières;3.5;0;0;-215,-249 -212,-185
Rue des Cordiers;4;0;0;-230,-14 -222,-130 -150,-170
Rue du Port;4;.15;.1;152,-140 165,-230
Impasse de la Monnaie;3.5;0;0;258,10 254,76
Rue de la Paix;4;.1;.1;196,-70 335,-90
Boulevard Gambetta;7;.45;.1;-296,-264 -330,-140 -315,-32 -285,75 -225,180 -100,252 -4,262
Boulevard de la Liberté;7;.6;.08;-4,262 90,262 122,255 205,212 262,140 322,6
Cours Carnot;7;.5;.1;322,6 335,-90 312,-200 296,-262
Quai des Tanneurs;6;.1;.1;-600,-330 -440,-296 -296,-264 -150,-236 0,-222
Quai Saint-Nicolas;6;.5;.08;0,-222 165,-230 296,-262 460,-300
Faubourg Saint-Antoine;5.5;.6;.1;-315,-32 -450,-48 -640,-62
Route de Montcenis;5;0;0;-640,-62 -900,-90 -1100,-100 -1600,-100
Avenue de Lyon;6;.5;.08;322,6 480,-8 640,-26
Route de Mâcon;5;0;0;640,-26 900,-60 1250,-70
Avenue du Général-de-Gaulle;6;.5;.1;-4,262 -22,420 -56,590
Route de Paris;5;0;0;-56,590 -90,800
Avenue de la Gare;6;.7;.12;205,212 330,330 430,425
Rue de la Gare;4.5;.1;0;430,425 560,352 650,290
Rue Pasteur;4.5;0;0;-450,-48 -462,120 -400,300 -250,420 -22,420
Rue Lamartine;4;0;0;-285,75 -462,120
Rue des Écoles;4.5;0;0;-225,180 -400,300
Rue Émile-Zola;4;0;0;-100,252 -130,420
Rue du Stade;4.5;0;0;-640,-62 -625,150 -560,330 -400,300
Allée des Tilleuls;4;0;0;-462,120 -625,150
Allée des Peupliers;4;0;0;-455,20 -634,40
Impasse des Rossignols;3.5;0;0;-320,364 -286,300
Rue de l'Hospice;4;0;0;-250,420 -280,530 -340,546
Rue du 8-Mai-1945;4.5;.25;.1;-22,420 105,428 / 188,432 425,421
Rue Voltaire;4;0;0;90,262 105,428 112,560
Rue Molière;4;0;0;160,236 188,432 196,530
Square Diderot;4;0;0;98,345 175,345
Rue Jules-Ferry;4.5;0;0;262,140 430,150 600,170
Rue de Verdun;4.5;0;0;330,330 430,150 480,-8
Rue des Cheminots;4;0;0;650,290 600,170 640,-26
Rue du Moulin;4;0;0;335,-90 480,-110 640,-135
Chemin des Prés;4;0;0;480,-8 480,-110 460,-300
Rue des Jardins;4;0;0;640,-26 640,-135 600,-318
Chemin de Halage;4;0;0;460,-300 600,-318 760,-338
Rue des Forges;4.5;0;0;-450,-48 -445,-180 -440,-296
Rue de la Tuilerie;4;0;0;-330,-140 -445,-180
Chemin des Pâtis;4;0;0;-640,-62 -620,-200 -600,-330
Rue du Bief;4;0;0;-445,-180 -620,-200
Rue de la Digue;4;0;0;-296,-326 -150,-300 0,-284 165,-292 296,-326
Rue des Vignes;4;0;0;12,-390 -140,-410 -296,-326
Rue du Calvaire;4;0;0;12,-390 150,-420 296,-326
Chemin des Vignes;4;0;0;60,-560 -150,-550 -140,-410
Allée des Cerisiers;4;0;0;60,-560 220,-540 150,-420
;1.5;0;0;105,428 188,432
;1.5;0;0;-212,-185 -222,-130
;1.5;0;0;254,76 230,140
;1.5;0;0;-120,620 -130,420
Rue de l'Artisanat;5;0;0;-1090,-100 -1090,-235 -1500,-235
Rue du Triage;5;0;0;1045,-66 1045,580
Rue du Moulin;4;0;0;1160,-70 1170,-220
"""
OUTLINE = ("-700,-450 -690,-300 -712,-62 -684,165 -600,372 -430,500 -250,540 -130,640 -60,636 200,548 440,466 690,352 "
           "672,230 700,90 728,-40 690,-190 720,-420 400,-390 330,-450 250,-590 60,-630 -190,-600 -330,-410 -500,-425 -700,-450")
BANKS = ["-1700,-520 -780,-400 -600,-342 -440,-308 -296,-276 -150,-248 0,-234 165,-242 296,-274 460,-312 780,-352 1400,-420",
         "-1700,-600 -780,-436 -600,-378 -440,-342 -296,-310 -150,-284 0,-268 165,-276 296,-308 460,-347 780,-388 1400,-470"]
CENTRE = ("-315,-292 -344,-140 -328,-30 -297,82 -235,192 -105,268 -4,276 95,276 130,268 213,224 274,146 336,8 349,-90 "
          "325,-205 312,-290 165,-256 0,-248 -150,-262 -315,-292")
FLOOD = ("-1700,-310 -640,-310 -600,-270 -460,-270 -300,-240 0,-205 300,-235 460,-270 600,-280 1400,-280 "
         "1400,-480 460,-400 0,-330 -460,-400 -640,-470 -1700,-640 -1700,-310")
# Blocks that are not divided: a point in the block, its kind, and whether it is one public parcel or ground without a parcel.
WHOLE = [((0, 0), "église", True), ((118, 140), "halle", True), ((140, 390), "jardin", True), ((-520, -250), "tannerie", True),
         ((-45, 215), "collège", True), ((-540, 90), "stade", True), ((380, 20), "lycée", True), ((-695, -200), "champ", False),
         ((-500, -390), "champ", False), ((500, -380), "champ", False), ((-80, -590), "champ", False)]

# Business zones, by hand. Lots: name; rectangle; owner; type; buildings (rectangles); establishments (a active, a date of closing,
# ? closed at an unknown date); servicing, marketing, occupancy, usage (CNIG TERRAIN-ECO), useful; what the lot is there to show.
ZONES = [("71998_SITE-ECO_00001", "ZA des Quatre-Vents", "zone d'activité économique", "artisanale", TOWN, (-1500, -360, -1100, -110)),
         ("71999_SITE-ECO_00002", "Parc d'activités du Triage", "zone d'activité économique", "entrepôts, logistique", NEXT, (900, 380, 1200, 580))]
SERVICED, SOLD, BUILT = "viabilisé et aménagé", "vendu, commercialisation achevée", "bâti productif"
LOTS = f"""
N1;-1150,-230,-1100,-110;P9001;G1a;-1145,-200,-1105,-150;a;{SERVICED};{SOLD};occupé;{BUILT};oui;one unit with N2, its neighbour of the same owner: occupied
N2;-1200,-230,-1150,-110;P9001;G1a;;;{SERVICED};{SOLD};occupé;dépôt, stockage;oui;unbuilt, but of N1's unit: occupied
N3;-1250,-230,-1200,-110;P9002;X1a;-1240,-200,-1210,-160;a;{SERVICED};{SOLD};occupé;{BUILT};oui;occupied, coverage 0.20
N4;-1300,-230,-1250,-110;P9003;G1a;-1290,-200,-1265,-180;a;{SERVICED};{SOLD};occupé;{BUILT};oui;occupied, coverage 0.0833: densification
N5a;-1350,-170,-1300,-110;P9004;G1a;;;{SERVICED};{SOLD};inoccupé;espace vert;oui;never occupied, touches N6b of the same owner at a corner only
N5b;-1350,-230,-1300,-170;P9005;P4a;;;viabilisé non aménagé;en vente;inoccupé;espace vert;oui;never occupied, on sale: immediate
N6a;-1400,-170,-1350,-110;P9006;F7b;-1390,-155,-1360,-135;2024-09-30;{SERVICED};{SOLD};vacant;{BUILT};oui;closed less than two years before 2026-01-01: occupied
N6b;-1400,-230,-1350,-170;P9004;G1a;-1390,-215,-1360,-195;2022-03-31;{SERVICED};{SOLD};vacant;{BUILT};oui;vacant
N7;-1450,-230,-1400,-110;P9007;X1a;-1440,-200,-1410,-160;?;{SERVICED};{SOLD};vacant;{BUILT};oui;closed, nobody knows when: undetermined
N8;-1470,-230,-1450,-110;P9008;P4a;;;non aménageable;non commercialisable;inoccupé;bassin d'orage ou de rétention;non;storm basin: neutralised, no unit by `not_units`
N9;-1520,-230,-1470,-110;P9009;G1a;-1495,-190,-1475,-140;a;{SERVICED};{SOLD};occupé;{BUILT};oui;60 % of it in the zone: its unit is clipped to 3 600 m²
S1;-1150,-360,-1100,-240;P9008;P4a;;;viabilisé non aménagé;en vente;inoccupé;espace vert;oui;one unit with S2, never occupied: immediate
S2;-1200,-360,-1150,-240;P9008;P4a;;;viabilisé non aménagé;réservé par option de réservation;inoccupé;espace vert;oui;committed
S3;-1250,-360,-1200,-240;P9010;Z1a;-1240,-320,-1210,-270;2019-06-30;{SERVICED};{SOLD};friche;{BUILT};oui;friche 04: vacant, recycling
S4;-1300,-360,-1250,-240;P9011;G1a;-1290,-310,-1260,-270;;{SERVICED};{SOLD};vacant;{BUILT};oui;vacant by the survey: shop L9002 empty since 2023-05-10
S5;-1350,-360,-1300,-240;P9012;X1a;-1340,-310,-1310,-270;a 2021-12-31;{SERVICED};{SOLD};occupé;{BUILT};oui;one active, one closed: occupied
S6;-1400,-360,-1350,-240;P9013;G1a;-1390,-310,-1360,-270;2024-01-01;{SERVICED};{SOLD};vacant;{BUILT};oui;closed two years before to the day: vacant
S7;-1450,-360,-1400,-240;P9014;X1a;;;non aménagé, non viabilisé;non commercialisé;inoccupé;espace agricole;oui;never occupied, not for sale
S8;-1480,-360,-1450,-240;P9015;X1a;-1475,-310,-1455,-280;;{SERVICED};{SOLD};occupé;bâti résidentiel;oui;built, no evidence at all: undetermined
S9;-1530,-360,-1480,-240;P9016;X1a;;;;;;;;40 % of it in the zone: in the partition (2 400 m²), without a unit
W1;900,380,1040,430;P9101;F7b;920,390,1000,420;a;{SERVICED};{SOLD};occupé;{BUILT};oui;one unit with W2: occupied
W2;900,430,1040,480;P9101;F7b;920,440,980,470;2020-01-31;{SERVICED};{SOLD};occupé;{BUILT};oui;closed, but of W1's unit: occupied
W3;900,480,1040,530;P9102;R2a;910,490,990,515;2018-12-31;{SERVICED};non commercialisé;friche;{BUILT};oui;friche 05 on 5 000 of its 7 000 m²: vacant
W4;900,530,1040,580;P9103;X1a;980,540,1030,570;;{SERVICED};{SOLD};occupé;{BUILT};oui;occupied by the survey: shop L9003 is open
E1;1050,380,1200,430;P9104;G1a;1070,390,1130,420;a;{SERVICED};{SOLD};occupé;{BUILT};oui;occupied
E2;1050,430,1200,480;P9105;G1a;1070,440,1130,470;a ?;{SERVICED};{SOLD};occupé;{BUILT};oui;one active, one closed at an unknown date: occupied
E3;1050,480,1200,530;P9106;P4a;;;viabilisation en cours;non commercialisé;inoccupé;espace agricole;oui;zoned AU, one unit with E4: future
E4;1050,530,1200,580;P9106;P4a;;;viabilisation en cours;réservé par une délibération de l'EPCI;inoccupé;espace agricole;oui;zoned AU: committed
"""
# Friches: number; name; rectangle; parcels of its own (0: inside another's); buildings; type; status; state of the buildings;
# soil; owner's type; last activity, year of its end. Number 12 has no polygon: it takes it from its parcels.
FRICHES = """
01;Forges de la Vernoise;-900,-360,-780,-260;3;-880,-340,-820,-300;friche industrielle;friche sans projet;dégradation très importante;pollution avérée;Z1a;Forge, estampage;2009
02;Tannerie Berthier;-560,-300,-500,-240;0;-550,-280,-520,-260;friche industrielle;friche sans projet;dégradation moyenne;pollution supposée;P5a;Tannerie;1998
03;Halle aux marchandises;720,210,840,260;2;730,230,810,245;friche ferroviaire;friche avec projet;dégradation moyenne;pollution peu probable;R2a;Fret ferroviaire;2015
04;Scierie Granger;-1250,-360,-1200,-240;0;;friche industrielle;friche sans projet;dégradation hétérogène;inconnu;Z1a;Sciage du bois;2019
05;Plateforme du Triage;900,480,1000,530;0;;friche logistique;friche avec projet;dégradation inexistante ou faible;pollution inexistante;R2a;Entreposage;2018
06;Ancien hospice;-430,560,-330,640;1;-420,600,-340,620;friche hospitalière;friche avec projet;dégradation moyenne;pollution inexistante;S1a;Hospice;2012
07;Caserne Desaix;-900,0,-740,100;4;-890,20,-830,35 -890,65,-830,80 -800,20,-785,80;friche militaire;friche sans projet;dégradation moyenne;pollution traitée;P1b;Régiment du train;2011
08;Station-service du Pont-Neuf;760,-90,800,-60;1;770,-85,780,-75;friche commerciale;friche sans projet;dégradation très importante;pollution avérée;G1a;Carburants;2016
09;Collège Lakanal;-55,200,-35,230;0;-52,205,-42,225;friche enseignement;friche potentielle;dégradation inexistante ou faible;pollution inexistante;P5a;Enseignement;2023
10;Filature Sainte-Marie;740,-310,860,-230;2;760,-270,820,-240;friche industrielle;friche sans projet;dégradation très importante;pollution supposée;G1a;Filature;1987
11;Carrière de la Côte;-1300,200,-1150,300;1;;friche carrière ou mine;friche reconvertie;sans objet;pollution inexistante;P5a;Carrière;2005
12;Entrepôts Morel;900,-160,980,-110;2;910,-150,970,-130;friche commerciale;friche sans projet;dégradation moyenne;inconnu;G1a|X1a;Négoce de vin;2014
"""
# What the shops sell: family; NAF; weight; signs ({} is a surname). The odd signs are there for the writers of CSV, HTML and sheets.
SHOPS = """
Alimentation;10.71C;9;Boulangerie {}|Au Fournil de {}|Le Pain d'Antan
Alimentation;47.22Z;4;Boucherie {}|Charcuterie {}
Alimentation;47.11B;4;Épicerie {}|Le Petit Marché|Primeurs {}
Équipement de la personne;47.71Z;11;Boutique {}|Élégance|Fil & Aiguille|Prêt-à-porter {}
Équipement de la personne;47.72A;4;Chaussures {}|Au Pied Léger
Équipement de la personne;47.77Z;3;Bijouterie {}|L'Heure Juste
Équipement de la maison;47.59A;4;Meubles {}|Cuisines {}|Déco & Co
Équipement de la maison;47.52A;3;Quincaillerie {}|Droguerie {}
Culture, loisirs;47.61Z;3;Librairie {}|Maison de la Presse
Culture, loisirs;47.64Z;3;Sports {}|Cycles {}|@robase Informatique
Culture, loisirs;47.76Z;3;+ de Fleurs|Fleurs {}|Jardinerie {}
Hygiène, santé, beauté;47.73Z;4;Pharmacie {}|Pharmacie du Centre
Hygiène, santé, beauté;47.78A;5;Optique {}|Optic'Vue
Hygiène, santé, beauté;96.02A;12;Coiffure {}|Coupe ; Couleur|Institut {}
Hôtels, cafés, restaurants;56.10A;13;Restaurant {}|Chez {}|La Table "d'Hôtes"|Pizzeria {}
Hôtels, cafés, restaurants;56.30Z;8;Café {}|Bar du Marché|Le Narval
Services;64.19Z;4;Banque de la Vernoise|Crédit du Centre
Services;68.31Z;5;Agence {}|Immobilière {}
Services;66.22Z;4;Assurances {}|Mutuelle de la Vernoise
Services;96.01B;3;Pressing {}|Laverie du Pont
"""
NAMES = ("Aubert Bailly Barbier Besson Blanc Bonnet Bouvier Carré Charpentier Chevalier Colin Cordier Delorme Dupuis Fabre Faure Gaillard "
         "Girard Guyot Jacquet Lacroix Lambert Leclerc Lefèvre Marchand Mercier Meunier Morel Noël Perrin Picard Renaud Rey Rolland "
         "Roux Royer Tessier Thévenet Vasseur Vidal").split()
LABEL = {"occupied": "Occupé", "vacant": "Vacant", "works": "Travaux", "reserve": "Réserve", "converted": "Converti", "unknown": "Inconnu"}
DEAD = {"Grande Rue": ("left", "OVVVVVVVVO"), "Rue Saint-Étienne": ("right", "OVVVTVVO")}     # the known stretches, in street order
TYPOS = {"Faubourg Saint-Antoine": "Faubourg Saint-Antoinne", "Avenue du Général-de-Gaulle": "Avenue du Général de Gaule"}
YEARS = (2024, 2026)


# ---- plane geometry on (x, y) tuples -------------------------------------------------------------------------------------

def rnd(p):
    return (round(p[0], 2) + 0.0, round(p[1], 2) + 0.0)          # + 0.0: no minus zero in the files


def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def dist(a, b):
    return sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))


def at(a, b, t):
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def unit(a, b):
    d = dist(a, b)
    return ((b[0] - a[0]) / d, (b[1] - a[1]) / d)


def area(ring):
    return fsum(cross((0, 0), ring[i - 1], ring[i]) for i in range(len(ring))) / 2


def middle(ring):
    return fsum(p[0] for p in ring) / len(ring), fsum(p[1] for p in ring) / len(ring)


def nearest(a, b, p):
    """Parameter on the segment ab of the point nearest to p, and the distance."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = min(1.0, max(0.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)))
    return t, dist(at(a, b, t), p)


def meet(a, b, c, d):
    """Parameters on the lines ab and cd where they cross, None if parallel."""
    den = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if abs(den) < 1e-9:
        return None
    s = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / den
    return s, ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / den


def inside(ring, p):
    hit = False
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < a[0] + (p[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            hit = not hit
    return hit


def simple(ring):
    """No two edges of the ring cross or touch, neighbours apart."""
    n = len(ring)
    for i in range(n):
        for j in range(i + 2, n - (i == 0)):
            m = meet(ring[i], ring[(i + 1) % n], ring[j], ring[(j + 1) % n])
            if m and -1e-9 <= m[0] <= 1 + 1e-9 and -1e-9 <= m[1] <= 1 + 1e-9:
                return False
    return n > 2 and area(ring) > 0


def rect(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def pick(choices):
    """One of (value, weight) pairs."""
    x = rng.random() * fsum(w for _, w in choices)
    for value, w in choices:
        x -= w
        if x < 0:
            return value
    return choices[-1][0]


def points(text):
    return [tuple(float(v) for v in p.split(",")) for p in text.split()]


# ---- the network: lines tied together, split where they meet, and the faces between them ---------------------------------

class Line:
    def __init__(self, name, half, shops, vacancy, pieces, town=TOWN):
        self.name, self.half, self.shops, self.vacancy, self.pieces, self.town = name, half, shops, vacancy, pieces, town


def read_streets():
    lines = []
    for row in STREETS.strip().splitlines():
        name, half, shops, vacancy, pts = row.split(";")
        pieces = [points(piece) for piece in pts.split("/")]
        town = NEXT if min(p[0] for piece in pieces for p in piece) > 1000 else TOWN
        lines.append(Line(name, float(half), float(shops), float(vacancy), pieces, town))
    return lines


def tie_ends(lines):
    """Move each end of a street onto the line it was drawn towards: a plan drawn by hand never quite touches."""
    for line in lines:
        for piece in line.pieces:
            if piece[0] == piece[-1]:
                continue
            for e in (0, -1):
                (t, d), a, b = min(((nearest(a, b, piece[e]), a, b) for other in lines if other is not line
                                    for ring in other.pieces for a, b in zip(ring, ring[1:])), key=lambda f: f[0][1])
                if d < 22:
                    p = at(a, b, t)
                    piece[e] = next((v for v in (a, b) if dist(v, p) < 5), rnd(p))


def soften(lines):
    """Round the corners of the drawing once (Chaikin); squares and the straight roads of the zones stay as drawn."""
    for line in lines:
        if line.name.startswith("Place") or line.town == NEXT or "Artisanat" in line.name:
            continue
        for k, piece in enumerate(line.pieces):
            bends = [at(a, b, t) for a, b in zip(piece, piece[1:]) for t in (0.25, 0.75)]
            line.pieces[k] = [rnd(p) for p in [piece[0]] + bends[1:-1] + [piece[-1]]]


def node(lines):
    """Insert the shared vertices: where two lines cross, and where one ends on another."""
    segments = [(line, k, i, a, b, []) for line in lines for k, piece in enumerate(line.pieces)
                for i, (a, b) in enumerate(zip(piece, piece[1:]))]
    for n, (la, _, _, a, b, cuts_a) in enumerate(segments):
        for lc, _, _, c, d, cuts_c in segments[n + 1:]:
            if la is lc or max(a[0], b[0]) < min(c[0], d[0]) - 1 or max(c[0], d[0]) < min(a[0], b[0]) - 1:
                continue
            ends = [(cuts_a, a, b, p) for p in (c, d)] + [(cuts_c, c, d, p) for p in (a, b)]
            ends = [(cuts, u, v, p) for cuts, u, v, p in ends if nearest(u, v, p)[1] < 0.02]
            for cuts, u, v, p in ends:
                if p not in (u, v):
                    cuts.append((nearest(u, v, p)[0], p))
            m = meet(a, b, c, d)
            if not ends and m and 0 < m[0] < 1 and 0 < m[1] < 1:
                p = rnd(at(a, b, m[0]))
                cuts_a.append((m[0], p))
                cuts_c.append((m[1], p))
    rebuilt = defaultdict(list)
    for line, k, i, a, b, cuts in segments:
        for p in [a] + [p for _, p in sorted(cuts)] + [b]:
            if rebuilt[id(line), k][-1:] != [p]:
                rebuilt[id(line), k].append(p)
    for line in lines:
        line.pieces = [rebuilt[id(line), k] for k in range(len(line.pieces))]


def faces(lines):
    """The bounded faces of the drawing, each a counter-clockwise list of (start point, line of the edge)."""
    out = defaultdict(dict)
    for line in lines:
        for piece in line.pieces:
            for a, b in zip(piece, piece[1:]):
                out[a][b] = out[b][a] = line
    loose = [p for p in out if len(out[p]) == 1]
    while loose:                                                  # a boundary that leads nowhere bounds nothing
        p = loose.pop()
        if len(out[p]) == 1:
            q, line = next(iter(out[p].items()))
            if not line.name and line.half == 0:
                del out[p][q], out[q][p]
                loose.append(q)

    def turn(o, back, p):       # order of directions clockwise from `back`, without a trigonometric function
        c, d = cross(o, back, p), (back[0] - o[0]) * (p[0] - o[0]) + (back[1] - o[1]) * (p[1] - o[1])
        r = d / (abs(c) + abs(d))
        return 1 - r if c < 0 else 3 + r if c > 0 else (2 if d < 0 else 4)
    found, seen = [], set()
    for a in sorted(out):
        for b in sorted(out[a]):
            ring, u, v = [], a, b
            while (u, v) not in seen:
                seen.add((u, v))
                ring.append((u, out[u][v]))
                u, v = v, min(out[v], key=lambda p: turn(v, u, p))
            if ring and area([p for p, _ in ring]) > 0:
                found.append(ring)
    return found


# ---- blocks and parcels --------------------------------------------------------------------------------------------------

def inset(face):
    """The block in a face: every edge moved inwards by the half width of its street. Gives (ring, line of each edge)."""
    edges, n = [], len(face)
    for i, (p, line) in enumerate(face):
        q = face[(i + 1) % n][0]
        if edges and edges[-1][2] is line:                        # a junction on the far side is no corner of this block
            u, v = unit(*edges[-1][:2]), unit(p, q)
            if abs(u[0] * v[1] - u[1] * v[0]) < 0.03 and u[0] * v[0] + u[1] * v[1] > 0:
                edges[-1] = (edges[-1][0], q, line)
                continue
        edges.append((p, q, line))
    while True:
        moved, corners = [], []
        for a, b, line in edges:
            (ux, uy), h = unit(a, b), line.half
            moved.append(((a[0] - uy * h, a[1] + ux * h), (b[0] - uy * h, b[1] + ux * h), (ux, uy)))
        for i, (c, d, v) in enumerate(moved):
            a, b, u = moved[i - 1]
            sin, cos, h = u[0] * v[1] - u[1] * v[0], u[0] * v[0] + u[1] * v[1], edges[i][2].half
            if cos < -0.95 and edges[i - 1][1] == edges[i][0]:    # the head of a dead end: walk around its tip
                corners.append([(b[0] + u[0] * h, b[1] + u[1] * h), (c[0] + u[0] * h, c[1] + u[1] * h)])
            elif cos > 0 and (abs(sin) < 0.001 or abs(sin) < 0.15 and h != edges[i - 1][2].half):
                corners.append([c] if dist(b, c) < 0.3 else [b, c])     # straight on: a jog where the width changes
            else:
                corners.append([at(a, b, meet(a, b, c, d)[0])])
        for i, (_, _, u) in enumerate(moved):
            p, q = corners[i][-1], corners[(i + 1) % len(corners)][0]
            if (q[0] - p[0]) * u[0] + (q[1] - p[1]) * u[1] <= 0.2:
                del edges[i]                                      # shorter than the streets are wide: it vanishes
                break
        else:
            ring = [(rnd(p), edges[i - (p is not corner[-1])][2]) for i, corner in enumerate(corners) for p in corner]
            return [p for p, _ in ring], [line for _, line in ring]
        if len(edges) < 3:
            return [], []


def cut(ring, tags, i, t):
    """Cut a ring along the perpendicular to edge i at parameter t, to the first edge it hits: always two rings."""
    n, a, b = len(ring), ring[i], ring[(i + 1) % len(ring)]
    p, u, best = rnd(at(a, b, t)), unit(a, b), None
    for j in range(n):
        c, d = ring[j], ring[(j + 1) % n]
        m = j != i and meet(p, (p[0] - u[1], p[1] + u[0]), c, d)
        if m and m[0] > 0.05 and 0 <= m[1] <= 1 and (best is None or m[0] < best[0]):
            best = (m[0], j, rnd(at(c, d, m[1])))
    if best is None:
        return None
    _, j, q = best
    for k in (j, (j + 1) % n):                                    # no slivers: a cut that ends near a corner ends in it
        if dist(ring[k], q) < 1.5:
            q = ring[k]
    halves = []
    for start, s, e, end in ((p, i, j, q), (q, j, i, p)):
        m = (e - s) % n
        part = [(start, tags[s])] + [(ring[(s + k) % n], tags[(s + k) % n]) for k in range(1, m + 1)]
        if part[-1][0] == end:
            part[-1] = (end, None)
        else:
            part.append((end, None))
        if len(part) > 1 and part[0][0] == part[1][0]:
            part = part[1:]
        halves.append(([p for p, _ in part], [tag for _, tag in part]))
    return halves


def divide(ring, tags, plot, width):
    """Cut a block into plots: halves first, then strips square to the street, as land was shared out."""
    n, size = len(ring), area(ring)
    sides = [(dist(ring[i], ring[(i + 1) % n]), i) for i in range(n)]
    fronts = [(d, i) for d, i in sides if tags[i] is not None and tags[i].name]
    if size > 4.5 * plot:
        tries = sorted(sides, reverse=True)[:3]
    elif fronts and max(fronts)[0] > width:
        tries = sorted(fronts, reverse=True)[:2]
    elif size > 2.2 * plot:
        tries = sorted(sides, reverse=True)[:2]
    else:
        return [(ring, tags)]
    for d, i in tries:
        k = max(2, floor(d / width + 0.5))
        halves = cut(ring, tags, i, floor(k / 2) / k + (rng.random() - 0.5) * 0.4 / k)
        if halves and all(simple(r) and area(r) > max(45, 0.3 * min(plot, size / 2)) for r, _ in halves):
            return [part for half in halves for part in divide(*half, plot, width)]
    return [(ring, tags)]


class Plot:
    """A parcel: its ring, the street of each edge, and what stands on it."""
    def __init__(self, ring, tags, section, owner="", kind="X1a", what="", town=TOWN):
        self.ring, self.tags, self.section, self.town = ring, tags, section, town
        self.owner, self.kind, self.what, self.buildings, self.front = owner, kind, what, [], None


def make_parcels(network):
    plots, owner, kind = [], 0, ""
    for face in faces(network):
        ring, tags = inset(face)
        around = fsum(dist(ring[i - 1], ring[i]) for i in range(len(ring)))
        if area(ring) < 5 * around or len({tag for tag in tags if tag.town == "eau"}) == 2:        # a verge, or the river
            continue
        assert simple(ring), face[0]
        mid = middle(ring)
        r = dist(mid, (0, 0))
        section = "A" + "BCDE"[(mid[0] > 0) + 2 * (mid[1] > 0)] if r < 290 else "A" + "HIKL"[(mid[0] > 0) + 2 * (mid[1] > 0)]
        whole = [(what, parcel) for p, what, parcel in WHOLE if inside(ring, p)]
        if whole:
            if whole[0][1]:
                plots.append(Plot(ring, tags, section, "P0001", "P5a", whole[0][0]))
            continue
        plot, width = (350, 13) if r < 290 else (1000, 30) if r < 480 else (2000, 40)
        for part, part_tags in divide(ring, tags, plot, width):
            if not owner or rng.random() > 0.2:                   # else the neighbour owns this one too
                owner += 1
                kind = pick([("X1a", 70), ("G1a", 16), ("G2a", 8), ("P5a", 2), ("F1a", 2), ("F7b", 2)])
            plots.append(Plot(part, part_tags, section, "P%04d" % (owner + 1) if kind != "P5a" else "P0001", kind))
    return plots


def conform(plots):
    """Give each parcel the corners of its neighbours on its own edges, so that shared boundaries share every vertex."""
    grid, one = defaultdict(list), {}

    def near(a, b):
        return [p for gx in range(floor(min(a[0], b[0]) / 20 - 0.01), floor(max(a[0], b[0]) / 20 + 0.01) + 1)
                for gy in range(floor(min(a[1], b[1]) / 20 - 0.01), floor(max(a[1], b[1]) / 20 + 0.01) + 1) for p in grid[gx, gy]]
    for p in [p for plot in plots for p in plot.ring]:
        if p not in one:                                          # corners a hair apart, cut from either side, become one
            one[p] = next((q for q in near(p, p) if dist(p, q) < 0.05), p)
            if one[p] == p:
                grid[floor(p[0] / 20), floor(p[1] / 20)].append(p)
    for plot in plots:
        ring = [one[p] for p in plot.ring]
        plot.ring, edges, plot.tags = [], list(zip(ring, ring[1:] + ring[:1], plot.tags)), []
        for a, b, tag in edges:
            between = [(nearest(a, b, p), p) for p in near(a, b) if p not in (a, b)] if a != b else []
            chain = [a] * (a != b) + [p for (t, d), p in sorted(between) if d < 0.02]
            plot.ring += chain
            plot.tags += [tag] * len(chain)


def fronts(plot):
    """The edges on named streets, longest first: (length, start, end, street)."""
    ring = plot.ring
    found = [(dist(a, b), a, b, tag) for a, b, tag in zip(ring, ring[1:] + ring[:1], plot.tags) if tag is not None and tag.name]
    return sorted(found, key=lambda f: -f[0])


def build(plot):
    """One building a plot: on the street in the core and along shopping streets, detached with a garden elsewhere."""
    front = fronts(plot)
    if plot.what in ("jardin", "stade", "tannerie", "collège") or not front:
        return
    d, a, b, street = plot.front or front[0]
    u, ring = unit(a, b), plot.ring
    if plot.what:                                                 # a church, a market hall, a school: a block inside its plot
        mid = middle(ring)
        ring = [rnd(at(mid, p, 0.4)) for p in ring]
    elif street.shops > 0.05 or plot.section < "AF":
        ring = slab(ring, a, b, 11 + 5 * rng.random())
    else:
        w, h, back = 9 + 5 * rng.random(), 8 + 3 * rng.random(), 4 + 4 * rng.random()
        s = (d - w) * (0.3 + 0.4 * rng.random())
        house = [(a[0] + u[0] * x - u[1] * y, a[1] + u[1] * x + u[0] * y)
                 for x, y in ((s, back), (s + w, back), (s + w, back + h), (s, back + h))]
        clear = all(inside(ring, p) for p in house) and not any(inside(house, p) for p in ring)
        ring = [rnd(p) for p in house] if s > 1 and clear else []
    if len(ring) > 2 and simple(ring) and area(ring) > 25:
        floors = 2 + floor(3 * rng.random()) if plot.section < "AF" else 1 + floor(2 * rng.random())
        plot.buildings.append((ring, floors, round(3 * floors + 1 + 2 * rng.random(), 1)))


def slab(ring, a, b, depth):
    """The part of the ring within `depth` of the line ab (Sutherland-Hodgman; the result is tested by the caller)."""
    d, out = dist(a, b), []
    far = [cross(a, b, p) / d - depth for p in ring]
    for i, p in enumerate(ring):
        if (far[i - 1] > 0) != (far[i] > 0):
            out.append(rnd(at(ring[i - 1], p, far[i - 1] / (far[i - 1] - far[i]))))
        if far[i] <= 0:
            out.append(p)
    return [p for i, p in enumerate(out) if p != out[i - 1]]


# ---- the two surveys of the shopfronts -----------------------------------------------------------------------------------

class Premises:
    """A shop unit. Its street, piece, measure and side come from how it was made, not from any matching."""
    def __init__(self, street, xy, front, number, unit_name=""):
        self.street, self.xy, self.front, self.number, self.unit = street, xy, front, number, unit_name
        self.piece, self.measure, self.side, self.distance = locate(street, xy)
        self.status, self.shop, self.since, self.listed = {}, {}, {}, {}       # by year; listed: the street as the survey spells it
        self.joined, self.lost, self.floor = (0, None), 0, floor(front * (7 + 9 * rng.random()))

    def order(self):
        return self.piece, self.side, round(self.measure, 3), self.number, self.unit


def locate(street, xy):
    """Piece, measure along it, side and distance of a point."""
    best = None
    for k, piece in enumerate(street.pieces):
        run = 0.0
        for a, b in zip(piece, piece[1:]):
            t, d = nearest(a, b, xy)
            if best is None or d < best[3] - 1e-9:
                best = (k, run + t * dist(a, b), "left" if cross(a, b, xy) > 0 else "right", d)
            run += dist(a, b)
    return best


def number_plots(plots):
    """House numbers by street and side, odd on the left; squares are numbered around."""
    by_side = defaultdict(list)
    for plot in plots:
        front = [f for f in fronts(plot) if f[0] > 4]
        if front and not plot.what:
            d, a, b, street = max(front, key=lambda f: (f[3].shops, f[0]))
            piece, measure, side, _ = locate(street, at(a, b, 0.5))
            plot.front = (d, a, b, street)
            by_side[street, "" if street.name.startswith("Place") else side].append((piece, measure, plot))
    for (street, side), row in by_side.items():
        for i, (_, _, plot) in enumerate(sorted(row, key=lambda r: r[:2])):
            plot.number = i + 1 if not side else 2 * i + (1 if side == "left" else 2)


def make_premises(plots, streets):
    units = []
    for plot in plots:
        if not plot.front or rng.random() >= plot.front[3].shops:
            continue
        d, a, b, street = plot.front
        u, n = unit(a, b), 1 if d < 10.2 else 2 if d < 17 else 3
        for k in range(n):                                        # half a metre inside the building line
            p = at(a, b, (k + 0.5) / n)
            units.append(Premises(street, rnd((p[0] - u[1] * 0.5, p[1] + u[0] * 0.5)), d / n, plot.number, ("", "bis", "ter")[k]))
    units.sort(key=lambda p: (streets.index(p.street),) + p.order())
    arcade = [p for p in units if p.street.name == "Rue de la République"][15]
    stalls = [p for p in units if p.street.name == "Place du Marché"][6]
    for letter in "BCDEF":                                        # an arcade: six units at one point, told apart by a letter
        units.append(Premises(arcade.street, arcade.xy, 4, arcade.number, letter))
    arcade.unit, arcade.front = "A", 4
    stalls.number, stalls.unit = 0, ""                            # market stalls: one point, no number, no letter
    units += [Premises(stalls.street, stalls.xy, stalls.front, 0) for _ in range(2)]
    units.sort(key=lambda p: (streets.index(p.street),) + p.order())
    by_name = {line.name: line for line in streets if line.town == TOWN or line.name == "Rue du Triage"}
    for name, xy, number in (("Rue de l'Artisanat", (-1225.0, -229.5), 6), ("Rue de l'Artisanat", (-1275.0, -240.5), 11),
                             ("Rue du Triage", (1039.5, 555.0), 7)):
        units.append(Premises(by_name[name], xy, 12, number))     # three in the zones: evidence for their land units
    for i, p in enumerate(units):
        p.id = "L%04d" % (i + 1) if i < len(units) - 3 else "L900%d" % (i + 4 - len(units))
    return units


def live(units):
    """The state of each unit in 2026, then what it must have been in 2024."""
    rows = defaultdict(list)
    for p in units[:-3]:
        rows[p.street].append(p)
    for street, row in rows.items():
        side, pattern = DEAD.get(street.name, ("", ""))
        fixed = [p for p in row if p.side == side][len(row) // 7:][:len(pattern)]
        for p, letter in zip(fixed, pattern):
            p.status[2026] = {"O": "occupied", "V": "vacant", "T": "works"}[letter]
        free = [p for p in row if p not in fixed]
        for p in free:
            p.status[2026] = pick([("occupied", 92), ("works", 3.2), ("unknown", 2.3), ("reserve", 1.2), ("converted", 1.5)])
        free = [p for p in free if p.status[2026] == "occupied"]
        for _ in range(floor(len(row) * street.vacancy + 0.5) - pattern.count("V")):
            free.pop(floor(rng.random() * len(free))).status[2026] = "vacant"
    for p, status in zip([p for p in units if not p.number], ("vacant", "vacant", "occupied")):
        p.status[2026] = status                                   # the stalls: nobody can tell their order, nor thus their run
    for p, status in zip(units[-3:], ("occupied", "vacant", "occupied")):
        p.status[2024] = p.status[2026] = status
    before = {"occupied": [("occupied", 90), ("vacant", 4), ("works", 3), ("unknown", 2), ("reserve", 1)],
              "vacant": [("vacant", 58), ("occupied", 37), ("works", 3), ("unknown", 2)], "works": [("vacant", 6), ("occupied", 4)],
              "converted": [("vacant", 5), ("occupied", 3), ("converted", 2)], "unknown": [("occupied", 7), ("vacant", 3)],
              "reserve": [("reserve", 6), ("occupied", 4)]}
    for p in units[:-3]:
        p.status[2024] = pick(before[p.status[2026]])
    for p in units:
        for year in YEARS:
            p.shop[year], p.since[year] = ("", "", ""), ""
        known = [p.status[y] for y in YEARS]
        for year in YEARS:
            if p.status[year] == "occupied":
                same = year == 2026 and known[0] == "occupied" and rng.random() < 0.92       # else relet without a gap
                p.shop[year] = p.shop[2024] if same else new_shop()
            elif p.status[year] == "vacant":
                long_ago = known[0] == "vacant" and year == 2026
                p.since[year] = p.since[2024] if long_ago else some_day(year, known == ["vacant", "vacant"])


def new_shop():
    family, naf, _, signs = pick([(row, float(row[2])) for row in (r.split(";", 3) for r in SHOPS.strip().splitlines())])
    signs = signs.split("|")
    return signs[floor(rng.random() * len(signs))].replace("{}", NAMES[floor(rng.random() * len(NAMES))]), naf, family


def some_day(year, old):
    """When a unit fell vacant, as a surveyor knows it: a day, a month, a year or nothing."""
    months = (year - 2000) * 12 + 5 - floor(rng.random() * (60 if old else 23 if year == 2026 else 40))
    day = "%04d-%02d-%02d" % (2000 + months // 12, months % 12 + 1, 1 + floor(rng.random() * 28))
    return pick([(day, 79), (day[:7], 4), (day[:4], 3), ("", 14)])


def spell(name):
    """A street name as surveyors write it."""
    x = rng.random()
    if x > 0.94:
        return name.replace("Saint-", "St-").replace("-", " ").replace("'", "’")
    if x > 0.86:
        bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
        return bare.upper().replace("-", " ")
    for long, short in (("Rue ", "R. "), ("Boulevard ", "Bd "), ("Avenue ", "Av. "), ("Place ", "Pl. "), ("Faubourg ", "Fg ")):
        if x > 0.79 and name.startswith(long):
            return short + name[len(long):]
    return name


def disturb(units, streets):
    """What every real survey has: units that come and go, split and merge, missing names, numbers and dates, two typing errors."""
    neighbours = [(p, q) for p, q in zip(units, units[1:]) if p.street is q.street and p.number == q.number > 0 and q.unit == "bis"
                  and p.status[2024] == p.status[2026] == "occupied" and q.status[2026] == q.status[2024] == "occupied"]
    for i, (p, q) in enumerate(neighbours[3:60:12]):              # year in which the two are one: 2024 (split since), 2026 (merged since)
        year = YEARS[i % 2]
        q.status[year], p.joined = None, (year, q)
    alone = [p for p in units[:-3] if p.status[2024] == p.status[2026] == "occupied" and not p.unit and p.number]
    for i, p in enumerate(alone[20::28]):
        p.status[YEARS[i % 2]] = None                             # not there yet, or gone
    clear = [p for p in units[:-3] if min(locate(s, p.xy)[3] for s in streets if s.name and s is not p.street) > p.distance + 15]
    plain = [p for p in clear if p.street.name not in DEAD]
    for year in YEARS:
        for p in units:
            p.listed[year] = spell(p.street.name)
        for p in plain[7::75][:5]:
            p.listed[year] = ""                                   # the nearest street is its own
        for p in plain[30::110][:3]:
            p.listed[year] = "Cour des Miracles"                  # a street that the town does not have: belongs to none
    for name, typo in TYPOS.items():
        next(p for p in clear if p.street.name == name and p.listed[2026]).listed[2026] = typo
    vacant = [p for p in clear if p.status[2026] == "vacant" and p.since[2026] and p.street.name != "Grande Rue"]
    vacant[3].since[2026] = "2062-03-15"                          # a date to come: mistyped
    units[-2].since.update({2024: "2023-05-10", 2026: "2023-05-10"})
    lost = next(p for p in clear if p.street.name == "Cours Carnot" and p.status[2026] == "occupied")
    lost.lost = 2026                                              # the year in which it was entered without its coordinates


def survey_rows(units, year):
    for p in units:
        if p.status[year] is None:
            continue
        sign, naf, family = p.shop[year]
        front = p.front + (p.joined[1].front if p.joined[0] == year else 0)
        label = pick([(LABEL[p.status[year]], 96), (LABEL[p.status[year]].upper(), 2), (LABEL[p.status[year]].lower(), 2)])
        yield [p.id, year, (str(p.number) + (" " + p.unit if p.unit > "a" else "")) if p.number else "", p.listed[year],
               p.unit if p.unit < "a" else "", sign, naf, family, "" if p.status[year] == "unknown" and rng.random() < 0.5 else label,
               "" if rng.random() < 0.07 else round(front * 2) / 2, "" if rng.random() < 0.18 else p.floor, p.since[year],
               *("" if p.lost == year else "%.2f" % (v + o) for v, o in zip(p.xy, ORIGIN))]


def truths(units, year):
    """Counts and longest runs by street, from how the town was made. A unit without coordinates or with an unknown street has none."""
    rows = defaultdict(list)
    for p in units:
        if p.status[year] and p.lost != year:
            rows["" if p.listed[year] == "Cour des Miracles" else p.street.name].append(p)
    for name in sorted(rows):
        runs = {"left": 0, "right": 0}
        count, last, run = Counter(p.status[year] for p in rows[name]), None, 0
        for p in sorted(rows[name], key=lambda p: (p.piece, p.side, round(p.measure, 2), p.number, p.unit, p.id)) if name else ():
            run = (run if (p.piece, p.side) == last else 0) + 1 if p.status[year] == "vacant" else 0
            runs[p.side], last = max(runs[p.side], run), (p.piece, p.side)
        yield [year, name, len(rows[name])] + [count[s] for s in LABEL] + [runs["left"], runs["right"]]


# ---- zones and friches, by hand ------------------------------------------------------------------------------------------

def numbers(text):
    return [float(v) for v in text.split(",")]


def hand_made(plots):
    """Lots of the zones, parcels of the friches, the railway. Returns the lots and the friches with their parcels."""
    lots, friches, own = [], [], {}
    for row in LOTS.strip().splitlines():
        name, box, owner, kind, houses, activity, *stages, shows = row.split(";")
        zone = ZONES[name[0] in "WE"]
        plot = Plot(rect(*numbers(box)), [None] * 4, "ZB" if zone is ZONES[1] else "ZA", owner, kind, "lot", zone[4])
        plot.buildings = [(rect(*numbers(h)), 1, 8.0) for h in houses.split()]
        plot.name, plot.activity, plot.stages, plot.shows, plot.zone = name, activity.split(), stages, shows, zone
        plot.box = numbers(box)
        lots.append(plot)
    for row in FRICHES.strip().splitlines():
        number, name, box, n, houses, *rest = row.split(";")
        x0, y0, x1, y1 = box = numbers(box)
        step, parcels = (x1 - x0) / max(1, int(n)), []
        for k in range(int(n)):
            parcels.append(Plot(rect(x0 + k * step, y0, x0 + (k + 1) * step, y1), [None] * 4, "AX", "P92" + number, rest[4][:3], "friche"))
        if not parcels:                                           # it stands on a parcel that is already there
            parcels = [p for p in plots + lots if inside(p.ring, ((x0 + x1) / 2 + 0.5, (y0 + y1) / 2 + 0.5))]
        parcels[0].buildings += [(rect(*numbers(h)), 2, 7.0) for h in houses.split()]
        friches.append((number, name, box, int(n), parcels, rest))
    rail = [[(-45, 632), (200, 549), (440, 467), (690, 353), (1030, 268), (1030, 291), (690, 376), (440, 490), (200, 572), (-45, 655)],
            [(1060, 260), (1400, 176), (1400, 199), (1060, 283)]]
    plots += lots + [p for f in friches if f[3] for p in f[4]]
    plots += [Plot(r, [None] * len(r), "AR", "P0002", "R2a", "rail", town) for r, town in zip(rail, (TOWN, NEXT))]
    return lots, friches


def in_zone(lot):
    """The part of a lot in its zone: both are rectangles."""
    a, b = lot.box, lot.zone[5]
    return rect(max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))


# ---- writing -------------------------------------------------------------------------------------------------------------

def moved(shape):
    return [moved(p) for p in shape] if isinstance(shape[0], (list, tuple)) else [round(shape[0] + ORIGIN[0], 2), round(shape[1] + ORIGIN[1], 2)]


def polygon(ring):
    return "Polygon", [ring + ring[:1]]


def write_layer(out, name, features):
    """GeoJSON with its CRS named, one feature a line. A feature is (properties, geometry type, coordinates in local metres)."""
    lines = [json.dumps({"type": "Feature", "properties": props, "geometry": {"type": kind, "coordinates": moved(shape)}}, ensure_ascii=False)
             for props, kind, shape in features]
    head = {"type": "FeatureCollection", "name": name, "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}}
    text = json.dumps(head)[:-1] + ', "features": [\n' + ",\n".join(lines) + "\n]}\n"
    (out / (name + ".geojson")).write_text(text, encoding="utf-8", newline="\n")
    return len(lines)


def write_table(out, name, rows):
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
    (out / (name + ".csv")).write_text(text.getvalue(), encoding="utf-8", newline="\n")
    return len(rows) - 1


def street_features(streets):
    """Each street as its blocks: cut where another street joins or crosses."""
    ends = Counter(p for line in streets for piece in line.pieces for a, b in zip(piece, piece[1:]) for p in (a, b))
    code = 0
    for line in streets:
        code, k, part = code + 1, 0, []
        for piece in line.pieces:
            for i, p in enumerate(piece):
                part.append(p)
                if i and (ends[p] != 2 or i == len(piece) - 1):
                    k += 1
                    yield {"id": "%s_%04d_%02d" % (line.town, code, k), "code_voie": "%s%04d" % (line.town, code), "nom": line.name or None,
                           "commune": line.town, "nom_commune": TOWNS[line.town]}, "LineString", part
                    part = [p]
            part = []


def parcel_features(plots):
    numero = Counter()
    for plot in plots:
        numero[plot.town, plot.section] += 1
        plot.numero = numero[plot.town, plot.section]
        plot.id = "%s000%s%04d" % (plot.town, plot.section, plot.numero)
        odd = plot.what == "" and rng.random() < 0.04             # the cadastre's area is older than its drawing
        yield {"idu": plot.id, "commune": plot.town, "section": plot.section, "numero": "%04d" % plot.numero, "proprietaire": plot.owner,
               "type_proprietaire": plot.kind, "contenance": floor(area(plot.ring) * (1.02 if odd else 1) + 0.5)}, *polygon(plot.ring)


def building_features(plots):
    n = 0
    for plot in plots:
        for ring, floors, height in plot.buildings:
            n += 1
            yield {"id": "B%05d" % n, "hauteur_m": height, "niveaux": floors}, *polygon(ring)


def establishment_features(lots):
    n = 0
    for lot in lots:
        for k, word in enumerate(lot.activity):
            n += 1
            x0, y0, x1, y1 = lot.box
            yield {"siret": "999%06d%05d" % (n, k + 1), "nom": "Établissement %d" % n, "actif": "oui" if word == "a" else "non",
                   "date_creation": "2001-09-01", "date_fermeture": word if word > "1" and word < "3" else None}, "Point", (
                       (x0 + x1) / 2 + 2 * k, (y0 + y1) / 2 + 2 * k)


def zone_features(lots):
    for zone in ZONES:
        site_id, name, kind, vocation, town, box = zone
        ha = (box[2] - box[0]) * (box[3] - box[1]) / 10000
        useful = fsum(area(in_zone(p)) for p in lots if p.zone is zone and p.stages[4] == "oui") / 10000
        yield {"site_id": site_id, "site_nom": name, "site_type": kind, "site_vocadomi": vocation, "site_etat": "existant et actif",
               "site_surf_brute": ha, "site_surf_utile": round(useful, 2), "site_comm_nom": TOWNS[town], "site_comm_insee": town,
               "site_epci_nom": "CC de la Vernoise", "bassin": "Vernoise"}, *polygon(rect(*box))


def plot_features(lots):
    for n, lot in enumerate(p for p in lots if p.stages[0]):
        ring = in_zone(lot)
        yield {"terr_id": "%s_TERRAIN-ECO_%05d" % (lot.town, n + 1), "site_id": lot.zone[0], "lot": lot.name, "terr_refcad": lot.id,
               "terr_surf_brute": round(area(ring) / 10000, 4), "terr_utile": lot.stages[4], "terr_stade_amngt": lot.stages[0],
               "terr_stade_comm": lot.stages[1], "terr_etat_occup": lot.stages[2], "terr_usage": lot.stages[3]}, *polygon(ring)


def land_cover_features(lots):
    """Grass, fields and the storm basin are not artificial; lots that are built, serviced or used are, and the zones' roads."""
    for lot in lots:
        soft = lot.stages[3] in ("espace vert", "espace agricole", "bassin d'orage ou de rétention", "")
        yield {"id": "OCS-" + lot.name, "artificiel": "non" if soft else "oui"}, *polygon(lot.ring)
    yield {"id": "OCS-RA", "artificiel": "oui"}, *polygon(rect(-1500, -240, -1100, -230))
    yield {"id": "OCS-RB", "artificiel": "oui"}, *polygon(rect(1040, 380, 1050, 580))


def friche_features(friches):
    for number, name, box, _, parcels, (kind, status, state, soil, owner, activity, end) in friches:
        town, what = parcels[0].town, rect(*box)
        shape = polygon(what) if number != "12" else ("Point", ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
        houses = [h for p in parcels for h in p.buildings]
        yield {"site_id": "%s_F%s" % (town, number), "site_nom": name, "site_type": kind, "site_identif_date": "2022-05-10",
               "site_actu_date": "2026-03-01", "site_occupation": "totalement inoccupé", "site_statut": status,
               "activite_libelle": activity, "activite_fin_annee": int(end), "comm_nom": TOWNS[town], "comm_insee": town,
               "bati_nombre": len(houses), "bati_surface": floor(fsum(area(h[0]) * h[1] for h in houses) + 0.5), "bati_etat": state,
               "bati_vacance": "vacant" if houses else "sans objet", "sol_pollution_existe": soil, "proprio_type": owner,
               "proprio_personne": "personne morale", "unite_fonciere_surface": floor(fsum(area(p.ring) for p in parcels) + 0.5),
               "unite_fonciere_refcad": "|".join(p.id for p in parcels), "urba_zaer": "inconnu", "urba_doc_type": "PLUI",
               "source_nom": "Données fictives"}, *shape


def zoning_features():
    """PLU zones without gap or overlap: the faces of a drawing, each named by a point inside it."""
    box = [(-1700.0, -750.0), (1400.0, -750.0), (1400.0, 850.0), (-1700.0, 850.0)]
    za, zb, au = rect(*ZONES[0][5]), rect(*ZONES[1][5]), rect(1050, 480, 1200, 580)
    housing = points("-684,165 -900,200 -820,420 -600,372")
    outline, centre, (north, south) = points(OUTLINE), points(CENTRE), [points(t) for t in BANKS]
    rings = [outline, centre] + [r + r[:1] for r in (box, za, zb)]
    lines = rings + [north, south, au[3:] + au[:2], housing, points("-1700,-110 -1500,-110"), points("-1100,-110 -600,-110"),
                     points("690,352 900,380"), points("1200,380 1400,380")]
    lines = [Line("", 0, 0, 0, [[(float(x), float(y)) for x, y in pts]]) for pts in lines]
    node(lines)
    river = north + south[::-1]
    for i, face in enumerate(faces(lines)):
        ring = [p for p, _ in face]
        m, u = at(ring[0], ring[1], 0.5), unit(ring[0], ring[1])
        p = (m[0] - u[1], m[1] + u[0])
        label = ("UX" if inside(za, p) else "1AUX" if inside(au, p) else "UX" if inside(zb, p) else "UA" if inside(centre, p) else
                 "N" if inside(river, p) else "UB" if inside(outline, p) else "1AUH" if inside(housing, p) else "A")
        kind = "AUc" if "AU" in label else label[0]
        yield {"id": "Z%02d" % (i + 1), "typezone": kind, "libelle": label}, *polygon(ring)


RULES = (("Grande Rue", "22-04"), ("Place du Marché", "22-04"), ("Rue de la République", "22-03"), ("Rue du Pont", "22-03"),
         ("Rue de l'Hôtel-de-Ville", "22-03"), ("Rue Saint-Étienne", "22-03"), ("Faubourg Saint-Antoine", "22-01"))
PLACES = (("L1", "gare", "Gare de Vernoise", (446.0, 470.0)), ("L2", "échangeur", "Échangeur 12", (-1650.0, 640.0)),
          ("L3", "mairie", "Hôtel de ville", (-14.0, 190.0)), ("L4", "poste source", "Poste source", (1290.0, 320.0)))
NOTE = 'source_note: "Données fictives, Licence MIT"'
STUDY = """# Written by tools/demo_town.py
title: Vernoise-les-Forges, relevé de juin {year}
lang: fr
crs: EPSG:2154
reference_date: {year}-06-30
layers:
  premises:
    source: locaux_{year}.csv
    crs: EPSG:2154
    geometry: {{x: x, y: y}}
    fields: {{id: id, street: voie, number: numero, unit: local, activity: activite, family: famille, frontage_m: facade_m,
             floor_m2: surface_m2, vacant_since: vacant_depuis, name: enseigne}}
    status:
      field: situation
      values: {{vacant: [Vacant], works: [Travaux], reserve: [Réserve], converted: [Converti], unknown: [Inconnu], occupied: [Occupé]}}
    date_format: "%Y-%m-%d"
    {note}
  streets: {{source: voies.geojson, fields: {{id: id, name: nom, municipality: commune}}, {note}}}
  centres: {{source: centre.geojson, fields: {{id: id, name: nom}}, {note}}}
  parcels:
    source: parcelles.geojson
    fields: {{id: idu, owner: proprietaire, owner_type: type_proprietaire, cadastral_area_m2: contenance}}
    {note}
  buildings: {{source: batiments.geojson, fields: {{id: id, height_m: hauteur_m, floors: niveaux}}, {note}}}
  zones:
    source: zones.geojson
    fields: {{id: site_id, name: site_nom, vocation: site_vocadomi, type: site_type, state: site_etat, municipality: site_comm_insee,
             basin: bassin}}
    {note}
  plots:
    source: terrains.geojson
    fields: {{id: terr_id, zone_id: site_id, parcels: terr_refcad, servicing: terr_stade_amngt, marketing: terr_stade_comm,
             occupancy: terr_etat_occup, usage: terr_usage, useful: terr_utile}}
    {note}
  establishments:
    source: etablissements.geojson
    fields: {{id: siret, active: actif, closed_on: date_fermeture, opened_on: date_creation}}
    {note}
  friches:
    source: friches.geojson
    fields: {{id: site_id, name: site_nom, status: site_statut, municipality: comm_insee, parcels: unite_fonciere_refcad,
             bati_etat: bati_etat, sol_pollution_existe: sol_pollution_existe, urba_zaer: urba_zaer}}
    {note}
  zoning: {{source: zonage.geojson, fields: {{type: typezone, label: libelle}}, {note}}}
  frontage_rules: {{source: lineaires.geojson, fields: {{type: type}}, {note}}}
  land_cover: {{source: occupation_sol.geojson, fields: {{artificial: artificiel}}, {note}}}
  constraints:
    flood: {{source: inondation.geojson, kind: flood, {note}}}
  places:
    station: {{source: lieux.geojson, where: "type = 'gare'", kind: public_transport, {note}}}
    junction: {{source: lieux.geojson, where: "type = 'échangeur'", kind: motorway_junction, {note}}}
    town_hall: {{source: lieux.geojson, where: "type = 'mairie'", kind: town_hall, {note}}}
    substation: {{source: lieux.geojson, where: "type = 'poste source'", kind: substation, {note}}}
heatmap: {{network: discontinuous}}
friche: {{scheme: mutafriches-1.11}}
land:
  targets:
    - {{programme: Plan foncier économique, scope: total, unit: ha, from_year: 2021, to_year: 2032, quantity: 6, recycled_share: 0.5, as_of: {last},
       achieved: [{{year: 2023, quantity: 1.2, recycled: 0.6}}], committed: [{{year: {next}, quantity: 1.35}}]}}
"""
README = """# Vernoise-les-Forges, the demo town

A small French town that does not exist, made by `tools/demo_town.py` (fixed seed; `tools/demo_town.py DIR` gives these bytes again).
EPSG:2154, metres; local coordinates below are metres from ({x0}, {y0}), the church. Municipalities 71998 Vernoise-les-Forges and
71999 Saint-Aubin-de-Vernoise are invented. Studies: `etude_2024.yaml`, `etude_2026.yaml`.

| file | features | what, and its fields |
|---|---|---|
{files}
Drawn into the town on purpose: street names with variants, two misspelt, some missing, three a year in a street that the town lacks (`Cour
des Miracles`: on no street); statuses in other cases, half of the unknown ones empty; a unit without coordinates, `{lost}` in 2026 (rejected, so
in no count below); a date to come, 2062; dates as year or month; six units of an arcade at one point (numbers and letters); three market stalls
at one point without numbers, in 2026 two vacant and one occupied, so that the run of Place du Marché is unsure; `L9001` to `L9003` in
the zones; units that opened, went, split and merged; squares drawn as rings; Rue du 8-Mai-1945 in two pieces; Rue du Moulin in both
municipalities; footpaths without a name; parcels across a zone's edge, contiguous or touching at a corner under one owner.

## Known truths

Worked out from how the town is made, not by an analysis. Longest runs are of vacant units alone (works end a run); left is odd. All
streets: `verites.csv` (empty `voie`: units on no street), runs by id where a point holds several units without numbers.

| year | premises | {labels} | vacant / (vacant + occupied) |
|---|---|---|---|---|---|---|---|---|
{totals}
| year | street | premises | {labels} | run left | run right |
|---|---|---|---|---|---|---|---|---|---|---|
{streets}
The dead stretch of Grande Rue in 2026: {dead} on the left (north) side, between two occupied ones. On the right side of Rue
Saint-Étienne stand three vacant units, one in works and two vacant, in a row: a run of 3, of 6 where works count as vacant.

Between the surveys: appeared {came}; gone {went}; split (one unit in 2024, two in 2026) {split}; merged {merged}. The date to come
is that of {future}, the misspelt streets are those of {typos}.

Friches (rectangles, m²):

| site | size | area | of it in the flood zone | |
|---|---|---|---|---|
{friches}
Zones. Quatre-Vents: 400 × 250 = 100 000 m²; parcels 96 000, road without parcel 400 × 10 = 4 000; flood zone 400 × 50 = 20 000;
buildings 12 800; not artificial 28 800 (N5a, N5b, N8, S1, S2, S7, S9). Land units (edge contiguity): 17 with the basin N8, else 16, of which 6 occupied, 4 vacant, 4 never occupied (N5a, N5b,
S1 + S2, S7), 2 undetermined: 4 / 16 = 0.25 at 2026-01-01. With corner contiguity N5a + N6b are one.
Triage: 300 × 200 = 60 000 m²; parcels 58 000, road 10 × 200 = 2 000; zoned AU 150 × 100 = 15 000; not artificial 15 000; buildings 11 300. Units: 6, of which 4
occupied, 1 vacant, 1 never occupied: 1 / 6.

| lot | m² | of it in the zone | buildings | what it shows |
|---|---|---|---|---|
{lots}"""
FILES = [
    ("locaux_2024", "premises of 2024: id, annee, numero, voie, local, enseigne, activite (NAF), famille, situation, facade_m, surface_m2, "
                    "vacant_depuis, x, y (`;`, decimal point)"),
    ("locaux_2026", "premises of 2026, the same ids"), ("voies", "street lines by block: id, code_voie, nom, commune, nom_commune"),
    ("centre", "the town centre: id, nom"), ("batiments", "buildings: id, hauteur_m, niveaux"),
    ("parcelles", "parcels: idu, commune, section, numero, proprietaire, type_proprietaire (catpro3), contenance (m²; 2 % too large for some)"),
    ("zones", "business zones, CNIG SITE-ECO names, and bassin"), ("terrains", "plots of the zones, CNIG TERRAIN-ECO names, and lot"),
    ("etablissements", "establishments of the zones: siret, nom, actif, date_creation, date_fermeture"),
    ("friches", "CNIG Friches names; number 12 is a point that takes its ground from unite_fonciere_refcad"),
    ("zonage", "PLU zones: id, typezone, libelle"), ("lineaires", "PLU commercial frontage: id, type (22-01, 22-03, 22-04), libelle"),
    ("occupation_sol", "land cover of the zones: id, artificiel"), ("inondation", "flood zone: id, libelle"),
    ("lieux", "station, motorway junction, town hall, substation: id, type, nom"), ("verites", "known truths by year and street")]


def write_readme(out, count, units, table, lots, friches):
    flooded = {"01": 6000, "02": 1800, "04": 2500, "10": 3600}       # the flood line is level across these: width times depth
    totals = [[year] + [sum(row[k] for row in table if row[0] == year) for k in range(2, 9)] for year in YEARS]
    dead = [p for p in units if p.street.name == "Grande Rue" and p.side == "left"]
    first = next(i for i in range(len(dead)) if all(p.status[2026] == "vacant" for p in dead[i:i + 8]))

    absent = {year: [p.id for p in units if not p.status[year]] for year in YEARS}
    joined = {year: [(p.id, p.joined[1].id) for p in units if p.joined[0] == year] for year in YEARS}
    pairs = {year: ", ".join("%s + %s" % pair for pair in joined[year]) for year in YEARS}
    alone = {year: ", ".join(i for i in absent[year] if i not in dict(joined[year]).values()) for year in YEARS}

    def line(cells):
        return "| " + " | ".join(str(c) for c in cells) + " |\n"
    (out / "README.md").write_text(README.format(
        x0=ORIGIN[0], y0=ORIGIN[1], lost=next(p.id for p in units if p.lost), labels=" | ".join(LABEL),
        came=alone[2024], went=alone[2026], split=pairs[2024], merged=pairs[2026],
        future=next(p.id for p in units if p.since[2026][:4] == "2062"), typos=" and ".join(p.id for p in units if p.listed[2026] in TYPOS.values()),
        files="".join(line(("`%s%s`" % (name, ".csv" if name[:3] in ("loc", "ver") else ".geojson"), count[name], text)) for name, text in FILES),
        totals="".join(line(row + ["%.4f" % (row[3] / (row[2] + row[3]))]) for row in totals),
        streets="".join(line(row) for row in table if row[1] in ("Grande Rue", "Rue Saint-Étienne", "Rue de la République")),
        dead="%d vacant units in a row, %s to %s" % (8, dead[first].id, dead[first + 7].id),
        friches="".join(line(("%s_F%s %s" % (parcels[0].town, number, name), "%g × %g" % (box[2] - box[0], box[3] - box[1]),
                              "%g" % area(rect(*box)), flooded.get(number, 0), rest[1])) for number, name, box, _, parcels, rest in friches),
        lots="".join(line((p.name, "%g" % area(p.ring), "%g" % area(in_zone(p)), "%g" % fsum(area(b[0]) for b in p.buildings),
                           p.shows)) for p in lots)), encoding="utf-8", newline="\n")


def check(streets, plots, units):
    """What must hold in any town that this program makes."""
    for ids in ([p.id for p in plots], [p.id for p in units]):
        assert len(set(ids)) == len(ids)
    for p in units:
        assert 3.5 < p.distance < 10 and locate(p.street, p.xy)[2] == p.side, (p.id, p.distance)
    runs = {row[1]: row[-2:] for row in truths(units, 2026)}
    assert runs["Grande Rue"][0] == 8 and runs["Rue Saint-Étienne"][1] == 3
    edges = set()
    for plot in plots:                                            # an edge walked twice the same way has ground on it twice
        assert simple(plot.ring), (plot.id, plot.ring)
        for edge in zip(plot.ring, plot.ring[1:] + plot.ring[:1]):
            assert edge not in edges, edge
            edges.add(edge)
    segments = [(a, b) for line in streets for piece in line.pieces for a, b in zip(piece, piece[1:])]
    for plot in plots:                                            # streets are ground without parcels
        xs, ys = [p[0] for p in plot.ring], [p[1] for p in plot.ring]
        for a, b in segments:
            if max(a[0], b[0]) > min(xs) and min(a[0], b[0]) < max(xs) and max(a[1], b[1]) > min(ys) and min(a[1], b[1]) < max(ys):
                assert not inside(plot.ring, at(a, b, 0.5)), (plot.id, a, b)
                for c, d in zip(plot.ring, plot.ring[1:] + plot.ring[:1]):
                    m = meet(a, b, c, d)
                    assert not (m and 0 <= m[0] <= 1 and 0 <= m[1] <= 1), (plot.id, a, b)


def main(out):
    streets = read_streets()
    limits = [Line("", 0, 0, 0, [points(OUTLINE)])] + [Line("", 0, 0, 0, [points(t)], "eau") for t in BANKS]
    soften(streets + limits[1:])
    tie_ends(streets)
    node(streets + limits)
    plots = make_parcels(streets + limits)
    lots, friches = hand_made(plots)
    conform(plots)
    number_plots(plots)
    for plot in plots:
        if plot.section < "AR":
            build(plot)
    units = make_premises(plots, streets)
    live(units)
    disturb(units, streets)
    out.mkdir(parents=True, exist_ok=True)
    by_name = {line.name: line for line in streets if line.town == TOWN}
    layers = [("voies", street_features(streets)), ("parcelles", parcel_features(plots)), ("batiments", building_features(plots)),
              ("zones", zone_features(lots)), ("terrains", plot_features(lots)), ("friches", friche_features(friches)),
              ("etablissements", establishment_features(lots)), ("occupation_sol", land_cover_features(lots)),
              ("zonage", zoning_features()), ("centre", [({"id": "C1", "nom": "Centre-ville"}, *polygon(points(CENTRE)[:-1]))]),
              ("inondation", [({"id": "PPRI-1", "libelle": "Zone inondable"}, *polygon(points(FLOOD)[:-1]))]),
              ("lineaires", [({"id": "LC%02d" % (i + 1), "type": kind, "libelle": name}, "LineString", by_name[name].pieces[0])
                             for i, (name, kind) in enumerate(RULES)]),
              ("lieux", [({"id": i, "type": kind, "nom": name}, "Point", xy) for i, kind, name, xy in PLACES])]
    count = {name: write_layer(out, name, features) for name, features in layers}
    head = "id annee numero voie local enseigne activite famille situation facade_m surface_m2 vacant_depuis x y".split()
    for year in YEARS:
        count["locaux_%d" % year] = write_table(out, "locaux_%d" % year, [head] + list(survey_rows(units, year)))
        (out / ("etude_%d.yaml" % year)).write_text(STUDY.format(year=year, last=year - 1, next=year + 1, note=NOTE), encoding="utf-8", newline="\n")
    table = [row for year in YEARS for row in truths(units, year)]
    count["verites"] = write_table(out, "verites", [["annee", "voie", "premises"] + list(LABEL) + ["run_left", "run_right"]] + table)
    write_readme(out, count, units, table, lots, friches)
    check(streets, plots, units)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: demo_town.py OUTDIR")
    main(Path(sys.argv[1]))
