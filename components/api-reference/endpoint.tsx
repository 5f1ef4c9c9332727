import { Badge, type Tone } from "@/components/ui/badge";
import { FieldTable, type ReferenceFieldView } from "./field-table";

export type EndpointView = {
  id: string;
  method: string;
  path: string;
  summary: string;
  scope: string | null;
  query: readonly ReferenceFieldView[];
  body: readonly ReferenceFieldView[];
  status: string;
  answer: readonly ReferenceFieldView[];
};
export type EndpointTexts = {
  query: string;
  body: string;
  answer: string;
  anyKey: string;
  field: { name: string; type: string; required: string; yes: string; no: string };
};

const tones: Record<string, Tone> = { GET: "info", POST: "success", PATCH: "warning", DELETE: "danger" };

/** One endpoint: what it is called, what it takes and answers. Closed at first; its summary line says enough to choose. */
export function Endpoint({ endpoint, texts }: { endpoint: EndpointView; texts: EndpointTexts }) {
  const { id, method, path, summary, scope, query, body, status, answer } = endpoint;
  const parts = [
    { key: "query", title: texts.query, fields: query },
    { key: "body", title: texts.body, fields: body },
    { key: "answer", title: `${texts.answer} ${status}`, fields: answer },
  ].filter(({ fields }) => fields.length > 0);
  return (
    <details id={id} className="rounded-card border border-line bg-surface open:shadow-lift">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 p-4">
        <Badge tone={tones[method] ?? "neutral"} className="w-20 justify-center font-mono">
          {method}
        </Badge>
        <code className="break-all font-semibold text-control">{path}</code>
        <span className="basis-full text-ink2 text-meta" lang="en">
          {summary}
        </span>
      </summary>
      <div className="grid gap-5 border-line border-t p-4">
        <p className="text-meta">
          <Badge tone="brand">{scope ?? texts.anyKey}</Badge>
        </p>
        {parts.map(({ key, title, fields }) => (
          <section key={key} className="grid gap-2">
            <h3 className="text-control">{title}</h3>
            <FieldTable caption={`${method} ${path}: ${title}`} fields={fields} texts={texts.field} />
          </section>
        ))}
      </div>
    </details>
  );
}
