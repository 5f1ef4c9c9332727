/** When even the layout fails there are no messages: these few words ride along, and only here. */
export const globalErrorTexts = {
  pt: {
    title: "A Aldeia não abriu",
    body: "O problema é nosso. Recarregue a página em um instante.",
    retry: "Recarregar",
  },
  en: {
    title: "Aldeia did not open",
    body: "The problem is ours. Reload the page in a moment.",
    retry: "Reload",
  },
  es: {
    title: "Aldeia no se abrió",
    body: "El problema es nuestro. Recarga la página en un momento.",
    retry: "Recargar",
  },
} as const;
