/** The longest name of a template, as people count: that of a community's (L6). */
export const MOST_NAME_GRAPHEMES = 100;
