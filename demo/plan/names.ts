/** Invented. Each list is read in drawn order, so its own order and length decide what a seed gives. */
export const ORGANISATIONS = [
  'Harbour Lane Bakery', 'Nordlicht Logistik', 'Teal River Dental', 'Oakfield Primary School',
  'Brückner & Söhne', 'Copper Kettle Catering', 'Lindqvist Arkitekter', 'Pinewood Veterinary',
  'Seventh Street Theatre', 'Van der Meulen Bulbs', 'Żuraw Shipyard Services', 'Quillfeather Press',
  'Mistral Solar', 'Old Mill Cider', 'Kestrel Surveying', 'Bluebell Nursery',
];

export const FIRST_NAMES = [
  'Ada', 'Bruno', 'Chiara', 'Dmitri', 'Eilidh', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas',
  'Kirsten', 'Łukasz', 'Marta', 'Noor', 'Oskar', 'Priya', 'Quentin', 'Rosa', 'Søren', 'Tamsin',
  'Umberto', 'Vera', 'Wanda', 'Xavier', 'Yusuf', 'Zoë', 'Anneke', 'Björn', 'Cormac', 'Delphine',
  'Emeka', 'Fenna', 'Gwen', 'Henrik', 'Ilse', 'Jarek', 'Keiko', 'Leopold', 'Maeve', 'Nils',
];

export const LAST_NAMES = [
  'Abernathy', 'Brandt', 'Costa', 'Drummond', 'Eriksen', 'Faßbender', 'Grimaldi', 'Hargreaves',
  'Ivanova', 'Jansen', 'Kowalska', 'Lindgren', 'Moreau', 'Nakamura', "O'Brien", 'Petrov', 'Quist',
  'Rossi', 'Schäfer', 'Thackeray', 'Ueda', 'Van Houten', 'Whitlock', 'Xenakis', 'Young', 'Żak',
  'Achterberg', 'Bergström', 'Castellano', 'Dubois', 'Ekwueme', 'Fitzgerald', 'Gallagher',
  'Holub', 'Ibsen', 'Jørgensen', 'Keller', 'Lefebvre', 'MacLeod', 'Novák',
];

/** As an address is spelt: `Żuraw Shipyard Services` becomes `zuraw-shipyard-services`. */
export const ascii = (text: string): string =>
  text
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
