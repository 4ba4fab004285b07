/* Parses a calendar file with libical and expands one year: the floor for reading calendars. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static long occurrences = 0;
static long long checksum = 0;

static void count(icalcomponent *event, struct icaltime_span *span, void *data) {
    (void)event;
    (void)data;
    occurrences += 1;
    checksum += span->start ^ span->end;
}

static char *read_whole(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc((size_t)size + 1);
    if (text) text[fread(text, 1, (size_t)size, file)] = 0;
    fclose(file);
    return text;
}

int main(int argc, char **argv) {
    char *text = argc == 2 ? read_whole(argv[1]) : NULL;
    if (!text) return 2;
    icalcomponent *calendar = icalparser_parse_string(text);
    if (!calendar) return 2;
    struct icaltimetype first = icaltime_from_string("20250317T000000Z");
    struct icaltimetype last = icaltime_from_string("20260318T000000Z");
    long events = 0;
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        events += 1;
        icalcomponent_foreach_recurrence(event, first, last, count, NULL);
    }
    printf("%ld occurrences of %ld events (%llx)\n", occurrences, events, checksum);
    icalcomponent_free(calendar);
    free(text);
    return 0;
}
