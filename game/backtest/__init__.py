"""The model of the world beyond the room, held against the record of 2006 to 2018."""
