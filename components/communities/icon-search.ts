/** Words under which a picture of the library is found, in the three languages, without accents. */
const WORDS: Readonly<Record<string, string>> = {
  book: "livro leitura libro book reading",
  building: "predio condominio edificio building",
  church: "igreja fe iglesia church faith",
  coffee: "cafe coffee",
  dumbbell: "academia treino gimnasio gym training",
  food: "comida restaurante food",
  health: "saude medico salud health doctor",
  heart: "coracao amor corazon heart love",
  house: "casa house home hogar",
  leaf: "folha natureza hoja leaf nature",
  megaphone: "aviso megafone megafono announcement",
  music: "musica music banda",
  palette: "arte pintura art paint",
  people: "pessoas gente people grupo group",
  pet: "bicho pet cachorro mascota",
  plant: "planta horta jardim plant garden jardin",
  salad: "salada dieta ensalada salad diet",
  school: "escola formatura escuela school",
  shop: "compras sacola tienda shop bag",
  star: "estrela estrella star",
  store: "loja comercio tienda store",
  tools: "ferramenta oficina herramienta tools",
  travel: "viagem aviao viaje travel plane",
  trophy: "trofeu corrida campeonato trofeo trophy race",
};

/** Whether a picture answers to what was typed. */
export function answersTo(name: string, typed: string): boolean {
  const wanted = typed.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  return wanted === "" || `${name} ${WORDS[name] ?? ""}`.includes(wanted);
}
