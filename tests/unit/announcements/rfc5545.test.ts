import { describe, expect, it } from "vitest";
import { previewSchedule } from "@/lib/announcements/schedule-rules";

// The examples of RFC 5545 §3.8.5.3: DTSTART;TZID=America/New_York:19970902T090000 unless a start is given.
type Example = [rule: string, days: string[], start?: string];

const examples: Example[] = [
  [
    "FREQ=DAILY;COUNT=10",
    [
      "1997-09-02",
      "1997-09-03",
      "1997-09-04",
      "1997-09-05",
      "1997-09-06",
      "1997-09-07",
      "1997-09-08",
      "1997-09-09",
      "1997-09-10",
      "1997-09-11",
    ],
  ],
  ["FREQ=DAILY;INTERVAL=2", ["1997-09-02", "1997-09-04", "1997-09-06", "1997-09-08"]],
  ["FREQ=DAILY;INTERVAL=10;COUNT=5", ["1997-09-02", "1997-09-12", "1997-09-22", "1997-10-02", "1997-10-12"]],
  [
    "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    ["1998-01-01", "1998-01-02", "1998-01-03"],
    "19980101",
  ],
  ["FREQ=WEEKLY;INTERVAL=2;WKST=SU", ["1997-09-02", "1997-09-16", "1997-09-30", "1997-10-14"]],
  [
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    [
      "1997-09-02",
      "1997-09-04",
      "1997-09-09",
      "1997-09-11",
      "1997-09-16",
      "1997-09-18",
      "1997-09-23",
      "1997-09-25",
      "1997-09-30",
      "1997-10-02",
    ],
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    [
      "1997-09-02",
      "1997-09-04",
      "1997-09-16",
      "1997-09-18",
      "1997-09-30",
      "1997-10-02",
      "1997-10-14",
      "1997-10-16",
    ],
  ],
  [
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    [
      "1997-09-05",
      "1997-10-03",
      "1997-11-07",
      "1997-12-05",
      "1998-01-02",
      "1998-02-06",
      "1998-03-06",
      "1998-04-03",
      "1998-05-01",
      "1998-06-05",
    ],
    "19970905",
  ],
  [
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    [
      "1997-09-07",
      "1997-09-28",
      "1997-11-02",
      "1997-11-30",
      "1998-01-04",
      "1998-01-25",
      "1998-03-01",
      "1998-03-29",
      "1998-05-03",
      "1998-05-31",
    ],
    "19970907",
  ],
  [
    "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    ["1997-09-22", "1997-10-20", "1997-11-17", "1997-12-22", "1998-01-19", "1998-02-16"],
    "19970922",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=-3",
    ["1997-09-28", "1997-10-29", "1997-11-28", "1997-12-29", "1998-01-29", "1998-02-26"],
    "19970928",
  ],
  [
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    [
      "1997-09-02",
      "1997-09-15",
      "1997-10-02",
      "1997-10-15",
      "1997-11-02",
      "1997-11-15",
      "1997-12-02",
      "1997-12-15",
      "1998-01-02",
      "1998-01-15",
    ],
  ],
  [
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    [
      "1997-09-30",
      "1997-10-01",
      "1997-10-31",
      "1997-11-01",
      "1997-11-30",
      "1997-12-01",
      "1997-12-31",
      "1998-01-01",
      "1998-01-31",
      "1998-02-01",
    ],
    "19970930",
  ],
  [
    "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    [
      "1997-09-10",
      "1997-09-11",
      "1997-09-12",
      "1997-09-13",
      "1997-09-14",
      "1997-09-15",
      "1999-03-10",
      "1999-03-11",
      "1999-03-12",
      "1999-03-13",
    ],
    "19970910",
  ],
  [
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    ["1997-09-02", "1997-09-09", "1997-09-16", "1997-09-23", "1997-09-30", "1997-11-04"],
  ],
  [
    "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    [
      "1997-06-10",
      "1997-07-10",
      "1998-06-10",
      "1998-07-10",
      "1999-06-10",
      "1999-07-10",
      "2000-06-10",
      "2000-07-10",
      "2001-06-10",
      "2001-07-10",
    ],
    "19970610",
  ],
  [
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    [
      "1997-01-01",
      "1997-04-10",
      "1997-07-19",
      "2000-01-01",
      "2000-04-09",
      "2000-07-18",
      "2003-01-01",
      "2003-04-10",
      "2003-07-19",
      "2006-01-01",
    ],
    "19970101",
  ],
  ["FREQ=YEARLY;BYDAY=20MO", ["1997-05-19", "1998-05-18", "1999-05-17"], "19970519"],
  ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", ["1997-05-12", "1998-05-11", "1999-05-17"], "19970512"],
  ["FREQ=YEARLY;BYMONTH=3;BYDAY=TH", ["1997-03-13", "1997-03-20", "1997-03-27", "1998-03-05"], "19970313"],
  [
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    ["1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"],
  ],
  [
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    ["1997-09-13", "1997-10-11", "1997-11-08", "1997-12-13"],
    "19970913",
  ],
  [
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    ["1996-11-05", "2000-11-07", "2004-11-02"],
    "19961105",
  ],
  ["FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", ["1997-09-04", "1997-10-07", "1997-11-06"], "19970904"],
  [
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    ["1997-09-29", "1997-10-30", "1997-11-27", "1997-12-30"],
    "19970929",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
    "19970805",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"],
    "19970805",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    ["2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15", "2007-03-30"],
    "20070115",
  ],
];

const startOf = (day = "19970902") => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T09:00`;
const preview = (rrule: string, count: number | null, start?: string) => {
  const result = previewSchedule({ localTime: startOf(start), timezone: "America/New_York", rrule, count });
  if (!result.ok) throw new Error(result.code);
  return result;
};

describe("RFC 5545 §3.8.5.3", () => {
  it.each(examples)("%s", (rrule, days, start) => {
    const bounded = rrule.includes("COUNT");
    const { occurrences } = preview(rrule, bounded ? null : days.length, start);
    expect(occurrences.map(({ localTime }) => localTime)).toEqual(days.map((day) => `${day}T09:00`));
  });

  it("keeps nine o'clock through the end of summer time", () => {
    const { instants } = preview("FREQ=DAILY;UNTIL=19971224T000000Z", null);
    expect(instants).toHaveLength(113);
    expect(instants.slice(53, 55)).toEqual(["1997-10-25T13:00:00Z", "1997-10-26T14:00:00Z"]);
    expect(instants.at(-1)).toBe("1997-12-23T14:00:00Z");
  });

  it("every day in January for three years, two ways", () => {
    const yearly = preview(
      "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
      null,
      "19980101",
    );
    const daily = preview("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", null, "19980101");
    expect(daily.instants).toEqual(yearly.instants);
    expect(daily.instants).toHaveLength(93);
  });

  it.each([
    ["FREQ=MINUTELY;INTERVAL=15;COUNT=6", ["09:00", "09:15", "09:30", "09:45", "10:00", "10:15"]],
    ["FREQ=MINUTELY;INTERVAL=90;COUNT=4", ["09:00", "10:30", "12:00", "13:30"]],
    ["FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", ["09:00", "12:00", "15:00"]],
    ["FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40;COUNT=4", ["09:00", "09:20", "09:40", "10:00"]],
  ])("%s", (rrule, times) => {
    expect(preview(rrule, null).occurrences.map(({ localTime }) => localTime.slice(11))).toEqual(times);
  });

  it("every twenty minutes from nine to five, day by day or minute by minute", () => {
    const daily = preview("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", 48);
    const minutely = preview("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", 48);
    expect(minutely.instants).toEqual(daily.instants);
  });
});
