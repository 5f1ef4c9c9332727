import { z } from "zod";

/** Tells somebody by e-mail that they are in now: a place became free, or their request was accepted (H7, L10). */
export const tellComeInJob = {
  name: "tell_come_in",
  payload: z.object({
    memberId: z.uuid(),
    communityId: z.uuid(),
    groupId: z.uuid().nullable(),
    why: z.enum(["place_free", "accepted"]),
  }),
};

/** Tells who suggested a room what became of it (H7). */
export const tellSuggestionJob = {
  name: "tell_suggestion_decided",
  payload: z.object({ suggestionId: z.uuid() }),
};
