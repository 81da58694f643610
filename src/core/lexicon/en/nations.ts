/**
 * Countries and regions with the words for what is theirs: 'Russia' → 'Russian'. Plurals ('Russians') are left to the
 * reader of the table; forms that stand only for the people ('Briton') come after the adjective.
 */
export const NATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  `Afghanistan: Afghan
Albania: Albanian
Algeria: Algerian
Andorra: Andorran
Angola: Angolan
Argentina: Argentine, Argentinian
Armenia: Armenian
Australia: Australian, Aussie
Austria: Austrian
Azerbaijan: Azerbaijani, Azeri
Bahamas: Bahamian
Bahrain: Bahraini
Bangladesh: Bangladeshi
Barbados: Barbadian
Belarus: Belarusian, Belarussian
Belgium: Belgian
Belize: Belizean
Benin: Beninese
Bhutan: Bhutanese
Bolivia: Bolivian
Bosnia and Herzegovina: Bosnian
Botswana: Botswanan, Batswana
Brazil: Brazilian
Brunei: Bruneian
Bulgaria: Bulgarian
Burkina Faso: Burkinabe
Burundi: Burundian
Cambodia: Cambodian
Cameroon: Cameroonian
Canada: Canadian
Catalonia: Catalan
Central African Republic: Central African
Chad: Chadian
Chechnya: Chechen
Chile: Chilean
China: Chinese
Colombia: Colombian
Congo: Congolese
Costa Rica: Costa Rican
Croatia: Croatian, Croat
Cuba: Cuban
Cyprus: Cypriot
Czech Republic: Czech
Czechia: Czech
Denmark: Danish, Dane
Djibouti: Djiboutian
Dominican Republic: Dominican
East Timor: Timorese
Ecuador: Ecuadorian, Ecuadorean
Egypt: Egyptian
El Salvador: Salvadoran, Salvadorean
England: English, Englishman, Englishwoman
Eritrea: Eritrean
Estonia: Estonian
Eswatini: Swazi
Ethiopia: Ethiopian
Fiji: Fijian
Finland: Finnish, Finn
France: French, Frenchman, Frenchwoman
Gabon: Gabonese
Gambia: Gambian
Georgia: Georgian
Germany: German
Ghana: Ghanaian
Greece: Greek
Greenland: Greenlandic, Greenlander
Grenada: Grenadian
Guatemala: Guatemalan
Guinea: Guinean
Guyana: Guyanese
Haiti: Haitian
Honduras: Honduran
Hong Kong: Hongkonger
Hungary: Hungarian
Iceland: Icelandic, Icelander
India: Indian
Indonesia: Indonesian
Iran: Iranian
Iraq: Iraqi
Ireland: Irish, Irishman, Irishwoman
Israel: Israeli
Italy: Italian
Ivory Coast: Ivorian
Jamaica: Jamaican
Japan: Japanese
Jordan: Jordanian
Kazakhstan: Kazakh, Kazakhstani
Kenya: Kenyan
Kosovo: Kosovar
Kuwait: Kuwaiti
Kyrgyzstan: Kyrgyz
Laos: Laotian, Lao
Latvia: Latvian
Lebanon: Lebanese
Lesotho: Basotho
Liberia: Liberian
Libya: Libyan
Liechtenstein: Liechtensteiner
Lithuania: Lithuanian
Luxembourg: Luxembourgish, Luxembourger
Madagascar: Malagasy
Malawi: Malawian
Malaysia: Malaysian
Maldives: Maldivian
Mali: Malian
Malta: Maltese
Mauritania: Mauritanian
Mauritius: Mauritian
Mexico: Mexican
Moldova: Moldovan
Monaco: Monegasque
Mongolia: Mongolian
Montenegro: Montenegrin
Morocco: Moroccan
Mozambique: Mozambican
Myanmar: Burmese
Namibia: Namibian
Nepal: Nepali, Nepalese
Netherlands: Dutch, Dutchman, Dutchwoman
New Zealand: New Zealander, Kiwi
Nicaragua: Nicaraguan
Niger: Nigerien
Nigeria: Nigerian
North Korea: North Korean
North Macedonia: Macedonian
Norway: Norwegian
Oman: Omani
Pakistan: Pakistani
Palestine: Palestinian
Panama: Panamanian
Papua New Guinea: Papuan
Paraguay: Paraguayan
Peru: Peruvian
Philippines: Philippine, Filipino, Filipina
Poland: Polish, Pole
Portugal: Portuguese
Puerto Rico: Puerto Rican
Qatar: Qatari
Romania: Romanian
Russia: Russian
Rwanda: Rwandan
Samoa: Samoan
Saudi Arabia: Saudi, Saudi Arabian
Scotland: Scottish, Scot, Scots
Senegal: Senegalese
Serbia: Serbian, Serb
Sierra Leone: Sierra Leonean
Singapore: Singaporean
Slovakia: Slovak, Slovakian
Slovenia: Slovenian, Slovene
Somalia: Somali
South Africa: South African
South Korea: South Korean
South Sudan: South Sudanese
Soviet Union: Soviet
Spain: Spanish, Spaniard
Sri Lanka: Sri Lankan
Sudan: Sudanese
Suriname: Surinamese
Sweden: Swedish, Swede
Switzerland: Swiss
Syria: Syrian
Taiwan: Taiwanese
Tajikistan: Tajik
Tanzania: Tanzanian
Thailand: Thai
Tibet: Tibetan
Togo: Togolese
Tonga: Tongan
Trinidad and Tobago: Trinidadian
Tunisia: Tunisian
Turkey: Turkish, Turk
Turkmenistan: Turkmen
Uganda: Ugandan
Ukraine: Ukrainian
United Arab Emirates: Emirati
United Kingdom: British, Briton
Britain: British, Briton
United States: American
Uruguay: Uruguayan
Uzbekistan: Uzbek
Venezuela: Venezuelan
Vietnam: Vietnamese
Wales: Welsh, Welshman, Welshwoman
Yemen: Yemeni
Zambia: Zambian
Zimbabwe: Zimbabwean
Africa: African
Asia: Asian
Europe: European
Latin America: Latin American
North America: North American
South America: South American
Arabia: Arab, Arabian`
    .split('\n')
    .map((line) => {
      const [nation, words] = line.split(': ') as [string, string];
      return [nation, words.split(', ')];
    }),
);

/** Religious and ethnic groups, named like nationalities. Plurals are left to the reader. */
export const RELIGIONS: readonly string[] =
  `Muslim Christian Jew Jewish Hindu Buddhist Sikh Catholic Protestant Anglican Sunni Shia Shiite Islamist Islamic
Evangelical Mormon Methodist Lutheran Baptist Kurd Kurdish Tutsi Hutu Rohingya Uyghur Uighur Tamil Sinhalese Maori Roma
Basque Zulu Yoruba Igbo Hausa Fulani Tuareg Druze Yazidi Maronite Alawite Pashtun Hazara Cossack Hispanic Latino
Latina`.split(/\s+/);

/** Political groups: adherents rather than parties. Plurals are left to the reader. */
export const POLITICAL: readonly string[] =
  'Democrat Democratic Republican Conservative Labour Tory Liberal Communist Socialist Marxist Nazi Zionist Maoist'.split(
    ' ',
  );

/** Seats of power by which the institutions in them are called. */
export const SEATS: ReadonlySet<string> = new Set(
  'Kremlin,White House,Pentagon,Downing Street,Whitehall,Élysée,Elysee,Capitol Hill,Foggy Bottom'.split(','),
);
