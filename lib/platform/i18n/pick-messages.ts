import type { Messages } from "./catalogues";

/** Only the sections a route's client components read, so that no page carries the whole catalogue to the browser. */
export function pickMessages<Section extends keyof Messages>(
  messages: Messages,
  sections: readonly Section[],
): Pick<Messages, Section> {
  return Object.fromEntries(sections.map((section) => [section, messages[section]])) as Pick<
    Messages,
    Section
  >;
}
