/** What to do about a town. */
export const townErrors = {
  de: {
    town: "Geben Sie bei „{label}“ den Namen des Ortes ein, zum Beispiel Schwerin.",
  },
  en: {
    town: "Enter the name of the town at “{label}”, for example Schwerin.",
  },
};
