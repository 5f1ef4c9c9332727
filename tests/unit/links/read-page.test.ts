import { expect, test } from "vitest";
import { firstLink } from "@/lib/links/first-link";
import { decodePage, readPage } from "@/lib/links/read-page";

test("what a page wants shown comes before its own title and description", () => {
  const html = `<!doctype html><html><head><title>Página 3</title>
    <meta name="description" content="do site"><meta property="og:title" content="Corrida &amp; café">
    <meta property="og:description" content="S&aacute;bado, 8h"></head><body>`;
  expect(readPage(html)).toEqual({ title: "Corrida & café", description: "Sábado, 8h" });
});

test("without it the title and the description are shown, on one line and shortened; a page that says nothing is empty", () => {
  const long = "palavra ".repeat(100);
  const { title, description } = readPage(
    `<title>\n Duas\n linhas </title><meta name=Description content="${long}">`,
  );
  expect(title).toBe("Duas linhas");
  expect(description.length).toBeLessThanOrEqual(300);
  expect(description.endsWith("…")).toBe(true);
  expect(readPage("hello")).toEqual({ title: "", description: "" });
  expect(readPage("")).toEqual({ title: "", description: "" });
});

test("what stands in the body, a script or a drawing of a page is not its title", () => {
  const html = "<head><script>document.write('<title>x</title>')</script><title>A</title></head>";
  expect(readPage(`${html}<body><svg><title>B</title></svg><meta property=og:title content=C>`).title).toBe(
    "A",
  );
});

test("its letters are read by the set that it names", () => {
  const latin = Buffer.from("<meta charset=iso-8859-1><title>Ação</title>", "latin1");
  expect(readPage(decodePage(latin, "text/html")).title).toBe("Ação");
  expect(readPage(decodePage(Buffer.from("<title>Ação</title>"), "text/html; charset=nonsense")).title).toBe(
    "Ação",
  );
});

test("the first address of a text is its link, as browsers write it, without the place within the page", () => {
  expect(firstLink("Vejam *https://Exemplo.com/Ação?x=1#fim*, e http://b.example")).toBe(
    "https://exemplo.com/A%C3%A7%C3%A3o?x=1",
  );
  expect(firstLink("`https://exemplo.com`")).toBeNull();
  expect(firstLink("sem endereço: exemplo.com")).toBeNull();
  expect(firstLink(`https://exemplo.com/${"a".repeat(3_000)}`)).toBeNull();
});
