"""The records a content folder is read into, and the schema of its YAML, of every module here."""

from kiosk.exhibit.model.exhibit import *
from kiosk.exhibit.model.forces import *
from kiosk.exhibit.model.map import *
from kiosk.exhibit.model.pictures import *
from kiosk.exhibit.model.record import *
from kiosk.exhibit.model.story import *
from kiosk.exhibit.model.talk import *
from kiosk.exhibit.model.vocabulary import *
from kiosk.exhibit.model.words import *
