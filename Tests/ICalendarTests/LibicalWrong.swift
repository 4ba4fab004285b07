/// The plain cases of libical's suite that libical 3.0.16 itself gets wrong: the names, which repeat, each with
/// its rule and start. They are expanded by `PeriodExpander`.
enum LibicalWrong {
    static let cases: Set<String> = Set(
        text.split(separator: "\n").map { $0.split(separator: "|").map { trim($0) }.joined(separator: " | ") })

    private static func trim(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text = text.dropLast() }
        return text
    }

    private static let text = """
        daily by negative monthday | FREQ=DAILY;BYMONTHDAY=-1,-2;COUNT=5 | 20241030
        Test hourly with -largest day of year as limit \
        | FREQ=HOURLY;BYHOUR=12;BYYEARDAY=-366;COUNT=3 \
        | 20120101T120000
        time-related BY* should be ignored if DTSTART is date-only \
        | FREQ=DAILY;BYMINUTE=1,2,3,4;INTERVAL=2;COUNT=3 \
        | 20241018
        BYMONTHDAY with limit behaviour | FREQ=DAILY;BYMONTHDAY=20,-2;UNTIL=20250401 | 20250220
        BYYEARDAY with limit behaviour; BYHOUR limit behaviour \
        | FREQ=HOURLY;BYHOUR=0;BYYEARDAY=360,-2;UNTIL=20260101T000000 \
        | 20251220T000000
        github issue797: BYSECOND list out of order | FREQ=SECONDLY;BYSECOND=5,4;COUNT=5 | 20240229T140104
        github issue797: DTSTART matches the second smallest value in BYSECOND list \
        | FREQ=SECONDLY;BYSECOND=4,5;COUNT=5 \
        | 20240229T140105
        BYSECOND list out of order; DTSTART matches third smallest value in BYSECOND list \
        | FREQ=SECONDLY;BYSECOND=7,4,6,5;COUNT=5 \
        | 20240229T140106
        Tuesday in the first two weeks of the year, starting in the second week of 2013 \
        | FREQ=YEARLY;BYWEEKNO=1,2;UNTIL=20170101T000000Z \
        | 20130108T000000
        Tuesday in the first two weeks of the year, starting in the first week of 2013,\
         where the start of the week is Friday \
        | FREQ=YEARLY;BYWEEKNO=1,2;WKST=FR;UNTIL=20170101T000000Z \
        | 20130108T000000
        Monday in the first two weeks of the year, starting in the second week of 2013 \
        | FREQ=YEARLY;BYWEEKNO=1,2;UNTIL=20170101T000000Z \
        | 20130107T000000
        Monday in the first two weeks of the year, starting in the first week of 2013,\
         where the start of the week is Tuesday \
        | FREQ=YEARLY;BYWEEKNO=1,2;WKST=TU;UNTIL=20170101T000000Z \
        | 20130107T000000
        Monday in the first two weeks of the year, starting in the first week of 2013,\
         where the start of the week is Wednesday \
        | FREQ=YEARLY;BYWEEKNO=1,2;WKST=WE;UNTIL=20170101T000000Z \
        | 20130107T000000
        Monday in the first two weeks of the year, starting in the first week of 2013,\
         where the start of the week is Thursday \
        | FREQ=YEARLY;BYWEEKNO=1,2;WKST=TH;UNTIL=20170101T000000Z \
        | 20130107T000000
        Saturday in the first two weeks of the year, starting in the second week of 2014 \
        | FREQ=YEARLY;BYWEEKNO=1,2;UNTIL=20170101T000000Z \
        | 20140111T000000
        Saturday in the first two weeks of the year, starting in the second week of 2014,\
         where the start of the week is Tuesday \
        | FREQ=YEARLY;BYWEEKNO=1,2;WKST=TU;UNTIL=20180101T000000Z \
        | 20140111T000000
        Saturday in the first two weeks of the year, starting in the second week of 2014,\
         where the start of the week is Sunday \
        | FREQ=YEARLY;BYWEEKNO=1,2;WKST=SU;UNTIL=20180101T000000Z \
        | 20140111T000000
        Tuesday in the final two weeks of the year, starting in the last week of 2013, for two occurrences \
        | FREQ=YEARLY;BYWEEKNO=-1,-2;COUNT=2 \
        | 20131224T000000
        Weekly on Tuesday and Thursday | FREQ=WEEKLY;BYDAY=MO,TU,SU,SA,TH;BYSETPOS=3,2;COUNT=4 | 20240102T120000
        Since there are 24 instances each month, the 21st from the last is equal to the fourth \
        | FREQ=MONTHLY;BYMINUTE=12,39;BYHOUR=8,14,15;BYDAY=1MO,1TU,2SA,3MO;BYSETPOS=1,-5,3,-21,4,-8;COUNT=15 \
        | 20240101T081200
        Starts after the third instance in January \
        | FREQ=MONTHLY;BYMINUTE=12,39;BYHOUR=8,14,15;BYDAY=1MO,1TU,2SA,3MO;BYSETPOS=1,-5,3,-21,4,-8;COUNT=15 \
        | 20240102T143900
        The 20th and 40th minutes in an hour, every other hour \
        | FREQ=HOURLY;BYMINUTE=0,10,20,30,40,50;BYSETPOS=-2,3;INTERVAL=2;COUNT=5 \
        | 20241023T154000
        The 20th and 40th seconds in an minute, every other minute \
        | FREQ=MINUTELY;BYSECOND=0,10,20,30,40,50;BYSETPOS=-2,3;INTERVAL=2;COUNT=5 \
        | 20241023T001540
        The 20th and 40th minutes in an hour, every other hour \
        | FREQ=HOURLY;BYHOUR=15,17,19;BYMINUTE=0,10,20,30,40,50;BYSETPOS=-2,3;INTERVAL=2;COUNT=5 \
        | 20241023T154000
        The 20th and 40th seconds in an minute, every other minute \
        | FREQ=MINUTELY;BYMINUTE=15,17,19;BYSECOND=0,10,20,30,40,50;BYSETPOS=-2,3;INTERVAL=2;COUNT=5 \
        | 20241023T001540
        15:20 and 15:40, every five days \
        | FREQ=DAILY;BYMINUTE=0,10,20,30,40,50;BYSETPOS=-2,3;INTERVAL=5;COUNT=5 \
        | 20241023T154000
        15:20 and 15:40, every five days \
        | FREQ=DAILY;BYMONTHDAY=23,28,2;BYMINUTE=0,10,20,30,40,50;BYSETPOS=-2,3;INTERVAL=5;COUNT=5 \
        | 20241023T154000
        Monday and Wednesday each week | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,3;COUNT=3 | 20241023
        The 20th and 40th minutes in an hour, every other hour \
        | FREQ=HOURLY;BYHOUR=15,17,19;BYMINUTE=0,10,20,30,40,50;BYSETPOS=5,-4;INTERVAL=2;COUNT=5 \
        | 20241023T154000
        note that there are more than 2^16 events per month \
        | FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12,\
        13,14,15,16;BYMINUTE=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16;BYSECOND=1,2,3,4,5,6,7,8,9,10,11,12,13,14,\
        15,16;BYSETPOS=1,-1;COUNT=4 \
        | 20250101T010101
        github issue945 | FREQ=SECONDLY;BYSECOND=5,4,4;COUNT=5 | 20240229T140104
        github issue945 | FREQ=WEEKLY;COUNT=3;BYDAY=SU,TH,TH | 20111120T100000Z
        github issue1143 | FREQ=YEARLY;BYWEEKNO=53;COUNT=1 | 20230101T000000Z
        github issue1223 | FREQ=YEARLY;BYWEEKNO=53;COUNT=1 | 20270103T000000Z
        github issue1223 | FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;UNTIL=20170101T000000Z | 20160102T000000
        github issue1230 | FREQ=SECONDLY;BYSECOND=5,25;INTERVAL=61;COUNT=2 | 20250101T051005
        github issue1230 | FREQ=MINUTELY;BYMINUTE=5,25;INTERVAL=61;COUNT=6 | 20250101T050500
        github issue1230 | FREQ=HOURLY;BYHOUR=3,6;BYMINUTE=5,15,25;INTERVAL=7;COUNT=6 | 20250101T030500
        github issue1230 | FREQ=HOURLY;BYHOUR=3,6;BYMINUTE=5,15,25;INTERVAL=7;BYSETPOS=1,-1;COUNT=4 | 20250101T030500
        github issue1230 | FREQ=HOURLY;BYHOUR=3,6;INTERVAL=7;COUNT=2 | 20250101T030500
        github issue1230 | FREQ=YEARLY;BYWEEKNO=-1,-2;COUNT=5 | 20270102
        The first date belongs to 2009, so after 6 years it will be 2015, which has a week 53. \
        | FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=6;UNTIL=20170101T000000Z \
        | 20100102T000000
        The first date belongs to 2009, so after 5 years it will be 2014, which has NO week 53. \
        | FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=5;UNTIL=20170101T000000Z \
        | 20100102T000000
        The first date belongs to 2009, so after 7 years it will be 2014, which has NO week 53. \
        | FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=7;UNTIL=20170101T000000Z \
        | 20100102T000000
        DTSTART is in 2024 but the week belongs to 2025, so after 3 years it will be 2028. \
        | FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU;INTERVAL=3;UNTIL=20320101 \
        | 20241231
        """
}
