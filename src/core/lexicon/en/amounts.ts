/** Number words, by their value. */
export const NUMBERS: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value): [string, number] => [word, value])
    .concat('thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 3) * 10])),
);

/** Words and suffixes that multiply the number before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);

/** What stands before an amount of money, in small letters, with its ISO 4217 code. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD',
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    '₹': 'INR',
    '₦': 'NGN',
    '₩': 'KRW',
    '₽': 'RUB',
    '₱': 'PHP',
    '₺': 'TRY',
    '₴': 'UAH',
    '₪': 'ILS',
    rs: 'INR',
    tk: 'BDT',
    taka: 'BDT',
    sh: 'KES',
    ksh: 'KES',
    ush: 'UGX',
    rm: 'MYR',
    r: 'ZAR',
    usd: 'USD',
    eur: 'EUR',
    gbp: 'GBP',
    jpy: 'JPY',
    cny: 'CNY',
    rmb: 'CNY',
    inr: 'INR',
    ngn: 'NGN',
    kes: 'KES',
    zar: 'ZAR',
    aud: 'AUD',
    cad: 'CAD',
    chf: 'CHF',
    php: 'PHP',
    idr: 'IDR',
    rp: 'IDR',
    pkr: 'PKR',
    bdt: 'BDT',
    lkr: 'LKR',
    ghs: 'GHS',
    aed: 'AED',
    sgd: 'SGD',
    hkd: 'HKD',
    ...Object.fromEntries(
      (
        'ARS BHD BRL CLP CZK DKK DZD EGP ETB HUF ILS JOD KHR KRW KWD KZT LBP MXN MYR NOK NPR NZD OMR PGK ' +
        'PLN QAR RUB RWF SAR SEK THB TWD TZS UAH UGX UZS VND XAF XOF ZMW'
      )
        .split(' ')
        .map((code) => [code.toLowerCase(), code]),
    ),
  }),
);

/** What may stand glued before '$', with the code of that dollar: 'US$', 'A$'. */
export const DOLLARS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'USD',
    a: 'AUD',
    au: 'AUD',
    c: 'CAD',
    ca: 'CAD',
    nz: 'NZD',
    s: 'SGD',
    hk: 'HKD',
    nt: 'TWD',
    r: 'BRL',
    j: 'JMD',
  }),
);

/** Names of currencies after an amount; plurals included where they differ by more than an s. */
export const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dollar: 'USD',
    cent: 'USD',
    euro: 'EUR',
    pound: 'GBP',
    yen: 'JPY',
    yuan: 'CNY',
    renminbi: 'CNY',
    rupee: 'INR',
    rouble: 'RUB',
    ruble: 'RUB',
    naira: 'NGN',
    rand: 'ZAR',
    peso: 'MXN',
    franc: 'CHF',
    won: 'KRW',
    taka: 'BDT',
    shilling: 'KES',
    cedi: 'GHS',
    baht: 'THB',
    ringgit: 'MYR',
    rupiah: 'IDR',
    dirham: 'AED',
    riyal: 'SAR',
    dinar: 'KWD',
    lira: 'TRY',
    hryvnia: 'UAH',
    zloty: 'PLN',
    krona: 'SEK',
    kronor: 'SEK',
    kroner: 'NOK',
    krone: 'NOK',
    usd: 'USD',
    eur: 'EUR',
  }),
);

/** Units after a number, by the symbol in a quantity's value; plurals in s are left to the reader. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    km: 'km',
    kilometre: 'km',
    kilometer: 'km',
    m: 'm',
    metre: 'm',
    meter: 'm',
    cm: 'cm',
    centimetre: 'cm',
    centimeter: 'cm',
    mm: 'mm',
    millimetre: 'mm',
    millimeter: 'mm',
    mile: 'mi',
    foot: 'ft',
    feet: 'ft',
    ft: 'ft',
    inch: 'in',
    inches: 'in',
    yard: 'yd',
    hectare: 'ha',
    acre: 'acre',
    tonne: 't',
    ton: 't',
    kg: 'kg',
    kilogram: 'kg',
    kilo: 'kg',
    gram: 'g',
    pound: 'lb',
    lb: 'lb',
    ounce: 'oz',
    litre: 'l',
    liter: 'l',
    gallon: 'gal',
    barrel: 'bbl',
    degree: '°',
    mph: 'mph',
    kph: 'km/h',
    knot: 'kn',
    megawatt: 'MW',
    mw: 'MW',
    gigawatt: 'GW',
    gw: 'GW',
    kilowatt: 'kW',
    kw: 'kW',
    gigabyte: 'GB',
    terabyte: 'TB',
  }),
);
