import "server-only";
import { z } from "zod";
import { MOST_EVERGREEN_DAYS } from "./rules";
import { evergreenSchema } from "./schema";
import type { Evergreen } from "./types";

const blankToNothing = (value: unknown) => (value === "" ? undefined : value);

/** The fields of the composer that say whether who joins later gets it too, flat as a browser sends them. */
export const evergreenFields = {
  evergreen: z.enum(["", "days", "until"]).default(""),
  "evergreen.days": z.preprocess(
    blankToNothing,
    z.coerce.number().int().min(1).max(MOST_EVERGREEN_DAYS).optional(),
  ),
  "evergreen.until": z.preprocess(blankToNothing, z.iso.date().optional()),
};

const evergreenShape = z.object(evergreenFields);
type EvergreenForm = z.output<typeof evergreenShape>;

/** The field that must be filled in and is not. */
export function missingEvergreen(form: EvergreenForm): "evergreen.days" | "evergreen.until" | null {
  if (form.evergreen === "") return null;
  const field = `evergreen.${form.evergreen}` as const;
  return form[field] === undefined ? field : null;
}

/** What the fields mean. */
export function evergreenOf(form: EvergreenForm): Evergreen | null {
  if (form.evergreen === "") return null;
  const { evergreen: kind } = form;
  const read = evergreenSchema.safeParse({ [kind]: form[`evergreen.${kind}`] });
  return read.success ? read.data : null;
}
