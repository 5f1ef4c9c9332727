import { z } from "zod";
import { mediaChoices } from "./schema";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const chosen = z.string().max(100_000).transform(parsed).pipe(mediaChoices);
const mediaPending = z.undefined({ error: "media_pending" }).optional();

/** What a form with a field of media sends: the choices as JSON, and whether something is still on its way. */
export const mediaFields = { media: z.preprocess((text) => text ?? "[]", chosen), mediaPending };

/** The same of a form that may come without the field: then what is shown stays. */
export const keptMediaFields = { media: chosen.optional(), mediaPending };
