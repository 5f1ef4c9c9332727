import type { ExportHead, SectionName, SectionRow } from "./sections";

type Section = { name: SectionName; rows: AsyncGenerator<SectionRow[]> };

/** A person's data for machines: one object, a list per section, made while it is read. */
export async function* jsonOf(
  { tenantName, memberId, exportedAt, photo }: ExportHead,
  sections: Iterable<Section>,
): AsyncGenerator<string> {
  const head = { format: "aldeia-person-1", organization: tenantName, memberId, exportedAt, photo };
  yield JSON.stringify(head, null, 2).slice(0, -2);
  for (const { name, rows } of sections) {
    yield `,\n  ${JSON.stringify(name)}: [`;
    let comma = "";
    for await (const slice of rows)
      for (const row of slice) {
        yield `${comma}\n    ${JSON.stringify(row)}`;
        comma = ",";
      }
    yield comma ? "\n  ]" : "]";
  }
  yield "\n}\n";
}
