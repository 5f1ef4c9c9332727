"use server";

/** Does nothing, as an action of a menu would after doing something. */
export async function archiveSample(_form: FormData): Promise<void> {
  await Promise.resolve();
}
