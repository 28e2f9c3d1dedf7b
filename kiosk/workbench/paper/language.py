"""The language of a PDF, which Qt does not write: added to the file's catalogue afterwards."""

from __future__ import annotations

import re

CATALOGUE = re.compile(rb"(\d+) 0 obj\s*<<(\s*/Type /Catalog.*?)>>\s*endobj", re.DOTALL)
TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)", re.DOTALL)


def declared(held: bytes, language: str) -> bytes:
    """A PDF that says in which language it is written, for those who hear it read.

    The catalogue is written anew at the end of the file, as ISO 32000-1, 7.5.6 has it. What does
    not look as Qt writes it is left as it is.
    """
    catalogue, trailer = CATALOGUE.search(held), TRAILER.search(held)
    if not (catalogue and trailer):
        return held
    number, said = int(catalogue[1]), language.encode("ascii")
    entry = b"%d 0 obj\n<<%b/Lang (%b)\n>>\nendobj\n" % (number, catalogue[2], said)
    at = len(held)
    xref = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    keys = trailer[1].rstrip() + b"\n/Prev " + trailer[2]
    end = b"trailer\n<<%b\n>>\nstartxref\n%d\n%%%%EOF\n" % (keys, at + len(entry))
    return held + entry + xref + end
