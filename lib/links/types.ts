/** What a page says it is. */
export type PagePreview = { title: string; description: string };

/** A link with what its page says it is. */
export type LinkView = PagePreview & { url: string };
