/** What is asked of the simulator, as its address holds it. */
export type SeeAsSearch = Partial<
  Record<"viewer" | "person" | "findViewer" | "findPerson", string | undefined>
>;

/** The address of the simulator with this question. */
export function seeAsHref(here: string, asked: SeeAsSearch): string {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return query.size > 0 ? `${here}?${query}` : here;
}
