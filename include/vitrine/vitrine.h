/* vitrine.h - all of vitrine: vacancy of shops per street, for town planners.
 *
 *   study.yaml -> study -> model -> analyses -> results -> folder
 *
 * Include this one, or the header of the part that you need. */
#ifndef VITRINE_H
#define VITRINE_H

#include <vitrine/base.h>
#include <vitrine/export.h>
#include <vitrine/friche.h>
#include <vitrine/land.h>
#include <vitrine/heatmap.h>
#include <vitrine/init.h>
#include <vitrine/model.h>
#include <vitrine/result.h>
#include <vitrine/study.h>
#include <vitrine/vacancy.h>

#endif
