/** What to do about a street. */
export const streetErrors = {
  de: {
    street:
      "Geben Sie bei „{label}“ den Namen der Straße ein, zum Beispiel Am Packhof.",
  },
  en: {
    street:
      "Enter the name of the street at “{label}”, for example Am Packhof.",
  },
};
