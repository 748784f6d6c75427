"""Settings, addresses and the timetable: knows every room, known by none."""
