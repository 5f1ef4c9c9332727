import { z } from "zod";
import { FIELD_KINDS } from "./types";

const name = z.string().min(1).max(1_000);
const options = z.array(z.string().max(1_000)).max(200);

/** The body of `POST /fields`. Without a key the name, as it is now, is the key. */
export const createFieldInput = z.strictObject({
  key: z.string().min(1).max(1_000).optional(),
  name,
  kind: z.enum(FIELD_KINDS),
  options: options.optional(),
});
export type CreateFieldInput = z.output<typeof createFieldInput>;

/** The body of `PATCH /fields/{id}`; `position` counts from 0. */
export const updateFieldInput = z.strictObject({
  name: name.optional(),
  options: options.optional(),
  position: z.int().min(0).max(1_000).optional(),
});
export type UpdateFieldInput = z.output<typeof updateFieldInput>;

const lines = z
  .string()
  .max(20_000)
  .default("")
  .transform((text) => text.split("\n").filter((line) => line.trim() !== ""));

/** The same from a form: options one a line. */
export const fieldForm = z.object({
  key: z
    .string()
    .max(1_000)
    .optional()
    .transform((key) => key || undefined),
  name: z.string().max(1_000),
  kind: z.enum(FIELD_KINDS),
  options: lines,
});
export const editFieldForm = z.object({
  id: z.uuid(),
  name: z.string().max(1_000),
  options: lines,
});
export const moveFieldForm = z.object({ id: z.uuid(), by: z.enum(["-1", "1"]).transform(Number) });
export const deleteFieldForm = z.object({ id: z.uuid(), values: z.literal("on").optional() });
