import type { ProfileInput } from "@/lib/members/profile-rules";
import { pick, seededRandom } from "./random";

const FIRST_NAMES =
  "Ana Beatriz Bruna Camila Carolina Clara Cecília Daniela Débora Eduarda Elisa Fernanda Flávia Gabriela Helena Heloísa Inês Isabela Joana Júlia Juliana Larissa Laura Letícia Lívia Luana Luíza Marcela Mariana Marina Natália Patrícia Priscila Rafaela Raquel Renata Roberta Sabrina Sofia Tatiana Valentina Vitória Yasmin Alexandre André Antônio Arthur Bernardo Bruno Caio Carlos Daniel Davi Diego Eduardo Emanuel Fábio Felipe Fernando Francisco Gabriel Guilherme Gustavo Heitor Henrique Hugo Igor João Joaquim Jorge José Leandro Leonardo Lucas Luiz Marcelo Márcio Marcos Matheus Miguel Murilo Nicolas Otávio Paulo Pedro Rafael Raul Renan Ricardo Roberto Rodrigo Samuel Sérgio Thiago Tomás Vinícius Vítor Wagner".split(
    " ",
  );
const LAST_NAMES =
  "Abreu Aguiar Almeida Alves Andrade Araújo Azevedo Barbosa Barros Batista Borges Brandão Braga Brito Cardoso Carvalho Castro Coelho Correia Costa Cunha Dias Duarte Esteves Farias Fernandes Ferreira Figueiredo Fonseca Freitas Furtado Garcia Gomes Gonçalves Guimarães Leal Leite Lima Lopes Macedo Machado Magalhães Marques Martins Matos Medeiros Melo Mendes Menezes Miranda Monteiro Moraes Moreira Moura Nascimento Neves Nogueira Nunes Oliveira Pacheco Paiva Peixoto Pereira Pimentel Pinheiro Pinto Pires Porto Prado Queiroz Ramos Reis Ribeiro Rocha Rodrigues Sales Sampaio Santana Santos Siqueira Silva Silveira Soares Souza Tavares Teixeira Torres Valente Vargas Vasconcelos Vaz Viana Vieira Xavier".split(
    " ",
  );
const TAGS = [
  "iniciante",
  "5 km",
  "10 km",
  "meia maratona",
  "maratona",
  "trilha",
  "loja",
  "assessoria",
  "café da manhã",
];
// So many people each of the first ones brings, and each of those again.
const FRIENDS_EACH = 6;
const AREA_CODES = ["11", "11", "11", "11", "19", "21", "31", "41", "48"];
const CITIES: Record<string, readonly string[]> = {
  "11": ["São Paulo", "São Paulo", "São Paulo", "Santo André", "Guarulhos", "Osasco"],
  "19": ["Campinas", "Piracicaba"],
  "21": ["Rio de Janeiro", "Niterói"],
  "31": ["Belo Horizonte"],
  "41": ["Curitiba"],
  "48": ["Florianópolis"],
};

/** Fold to what an address may hold. */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();

/**
 * Made-up people. Their mobile numbers begin with 90000, which no operator gives out, and their addresses end in
 * `.example`, which no server serves. The first ones sign in as `member1@<domain>` and so on.
 */
export function makePeople(
  count: number,
  { domain, seed }: { domain: string; seed: number },
): ProfileInput[] {
  const random = seededRandom(seed);
  const home = seededRandom(seed + 1);
  return Array.from({ length: count }, (_, index) => {
    const first = pick(random, FIRST_NAMES);
    const last = pick(random, LAST_NAMES);
    const name = random() < 0.3 ? `${first} ${pick(random, LAST_NAMES)} ${last}` : `${first} ${last}`;
    const isGuide = index < 20;
    const email = isGuide
      ? `member${index + 1}@${domain}`
      : `${plain(first)}.${plain(last)}${index}@mail.example`;
    const area = pick(random, AREA_CODES);
    const phone = `+55${area}90000${String(index).padStart(4, "0")}`;
    const identifiers = [
      ...(random() < 0.94 || isGuide ? [{ kind: "phone" as const, value: phone }] : []),
      ...(random() < 0.7 || isGuide ? [{ kind: "email" as const, value: email }] : []),
    ];
    const tags = TAGS.filter(() => random() < 0.14);
    const anyIdentifier = identifiers.length > 0 ? identifiers : [{ kind: "email" as const, value: email }];
    return {
      name,
      identifiers: anyIdentifier,
      tags,
      fields: { cidade: cityOf(area, home) },
    };
  });
}

// Far enough apart that nobody finds them by leafing.
const TWICE: readonly (readonly [number, number])[] = [
  [100, 2_100],
  [240, 1_800],
  [333, 2_700],
];

/** A few of them stand twice, as after an import: by their number once as a phone, once on WhatsApp (X20). */
export function withDoubles(people: readonly ProfileInput[]): ProfileInput[] {
  const doubles = new Map(
    TWICE.flatMap(([first, second]) => {
      const one = people[first];
      const number = one?.identifiers?.find(({ kind }) => kind === "phone");
      return one && number
        ? [[second, { ...one, identifiers: [{ ...number, kind: "whatsapp" as const }] }]]
        : [];
    }),
  );
  return people.map((person, index) => doubles.get(index) ?? person);
}

function cityOf(area: string, random: () => number): string {
  return pick(random, CITIES[area] ?? ["São Paulo"]);
}

/** Who brought whom: most came through somebody who was there before them, a few friends each. */
export function makeInviters(
  memberIds: readonly string[],
  seed: number,
): { id: string; invitedBy: string }[] {
  const random = seededRandom(seed);
  return memberIds.flatMap((id, index) => {
    const invitedBy = memberIds[Math.floor(index / FRIENDS_EACH)];
    return index > 0 && invitedBy !== undefined && random() < 0.8 ? [{ id, invitedBy }] : [];
  });
}
