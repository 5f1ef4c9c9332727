import { expect, it } from "vitest";
import { describeRrule } from "@/lib/announcements/describe-rrule";

it.each([
  ["FREQ=DAILY", "todos os dias", "every day", "todos los días"],
  [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA",
    "a cada 2 semanas · segunda-feira e sábado",
    "every 2 weeks on Monday and Saturday",
    "cada 2 semanas · lunes y sábado",
  ],
  [
    "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3",
    "todo mês · última sexta-feira, 3 vezes",
    "every month on the last Friday, 3 times",
    "cada mes · el último viernes, 3 veces",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=1,-1",
    "todo mês · dia 1º e último dia do mês",
    "every month on the 1st and the last day of the month",
    "cada mes · el día 1 y el último día del mes",
  ],
  [
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=22;UNTIL=20271231",
    "todo ano · dia 22 em março, até 31 de dezembro de 2027",
    "every year on the 22nd in March, until December 31, 2027",
    "cada año · el día 22 en marzo, hasta el 31 de diciembre de 2027",
  ],
])("%s is said in words", (rrule, pt, en, es) => {
  expect([describeRrule(rrule, "pt-BR"), describeRrule(rrule, "en"), describeRrule(rrule, "es")]).toEqual([
    pt,
    en,
    es,
  ]);
});

it.each([
  "FREQ=HOURLY",
  "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2",
  "FREQ=YEARLY;BYDAY=20MO",
  "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
  "nonsense",
])("%s has no words", (rrule) => {
  expect(describeRrule(rrule, "pt-BR")).toBeNull();
});
