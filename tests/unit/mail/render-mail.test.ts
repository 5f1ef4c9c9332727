import { expect, test } from "vitest";
import { renderMail } from "@/lib/platform/mail/render-mail";

const parts = {
  locale: "pt-BR",
  title: "Convite de <b>Dona Inês</b>",
  paragraphs: ["Olá"],
  action: { label: "Entrar", url: 'https://aldeia.example/x?a=1&b="2"' },
  footer: "Não pediu? Não faça nada.",
} as const;

test("the text of a mail holds its link on a line of its own", () => {
  expect(renderMail(parts).text.split("\n")).toContain('https://aldeia.example/x?a=1&b="2"');
});

test("names in a mail cannot bring markup or break out of an attribute", () => {
  const { html } = renderMail(parts);
  expect(html).not.toContain("<b>Dona");
  expect(html).toContain("a=1&#38;b=&#34;2&#34;");
});

test("a code stands alone on its line", () => {
  const { text, html } = renderMail({ ...parts, code: "012345" });
  expect(text.split("\n")).toContain("012345");
  expect(html).toContain(">012345<");
});
