import type { FormElement, FormPage } from "./form-definition.ts";
import { isInputField } from "./visit.ts";

/** One page per top-level group; top-level fields that stand next to each other share one. Text alone makes no page: it joins its neighbour. */
export function pagesFrom(elements: readonly FormElement[]): FormPage[] {
  return joinTextPages(runsOf(elements)).map((run, index) =>
    pageFrom(run, index + 1),
  );
}

/** One page per top-level element, named by it. Text alone makes no page here either. */
export function pageForEach(elements: readonly FormElement[]): FormPage[] {
  return joinTextPages(elements.map((element) => [element])).map(
    (run, index) => {
      const page = pageFrom(run, index + 1);
      const named = run.find(
        (element) => element.kind === "group" || isInputField(element),
      );
      return { ...page, key: named?.key ?? page.key };
    },
  );
}

function runsOf(elements: readonly FormElement[]): FormElement[][] {
  const runs: FormElement[][] = [];
  for (const element of elements) {
    const last = runs.at(-1);
    if (element.kind === "field" && last?.at(-1)?.kind === "field")
      last.push(element);
    else runs.push([element]);
  }
  return runs;
}

function joinTextPages(runs: readonly FormElement[][]): FormElement[][] {
  const joined: FormElement[][] = [];
  let waiting: FormElement[] = [];
  for (const run of runs) {
    if (
      run.every((element) => element.kind === "field" && !isInputField(element))
    )
      waiting = [...waiting, ...run];
    else {
      joined.push([...waiting, ...run]);
      waiting = [];
    }
  }
  joined.at(-1)?.push(...waiting);
  return joined;
}

function pageFrom(elements: readonly FormElement[], number: number): FormPage {
  const group = elements.find((element) => element.kind === "group");
  const fields = elements.filter(
    (element) => element.kind === "field" && isInputField(element),
  );
  const titled = group ?? (fields.length === 1 ? fields[0] : undefined);
  return {
    key: group ? group.key : `angaben-${String(number)}`,
    ...(titled ? { title: titled.label } : {}),
    elements,
  };
}
