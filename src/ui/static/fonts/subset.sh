#!/bin/sh
# Makes the font files of this folder anew. Needs: pip install fonttools brotli
# The ranges stand in src/ui/assets.ts as unicode-range, too.
set -eu
cd "$(dirname "$0")"
source=../../../../node_modules/@kern-ux/native/dist/fonts/fira-sans
features=kern,mark,mkmk,ccmp,locl,tnum
basic="U+0020-007E,U+00A0-00FF,U+2010-2015,U+2018-201E,U+2022,U+2026,U+20AC,U+2190,U+2192,U+2212,U+1E9E"
extended="U+0100-024F,U+0259,U+02BB-02BC,U+02C6-02C7,U+02D8-02DD,U+0300-0331,U+1E00-1E9D,U+1E9F-1EFF,U+20A0-20AB,U+20AD-20CF,U+2100-218F,U+2200-22FF"

subset() { # face, weight, prefix, ranges
  pyftsubset "$source/FiraSans-$1.woff2" --unicodes="$4" --layout-features="$features" \
    --flavor=woff2 --no-hinting --output-file="$3-$2.woff2"
}

subset Regular 400 fira-sans "$basic"
subset SemiBold 600 fira-sans "$basic"
subset Regular 400 fira-sans-ext "$extended"
subset SemiBold 600 fira-sans-ext "$extended"
