/**
 * Words before a person's name that are no part of it, capitalised as they stand there and without periods: forms of
 * address, ranks, offices. Those of two words are given by their last.
 */
export const TITLES: readonly string[] = (
  'Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Baron Count Countess Viscount Earl Duke Duchess ' +
  'Prince Princess King Queen Emperor Sultan Emir Sheikh Sheikha Shaikh Imam Ayatollah Mufti Mullah Maulvi Maulana ' +
  'Hojatoleslam Rabbi Pope Cardinal Archbishop Bishop Father Fr Rev Reverend Pastor Sister Brother Canon Deacon ' +
  'Monsignor Swami Guru Lama Alhaji Alhaja Hajia Haji Hajj Chief Otunba Oba Igwe Comrade Barrister Barr Engr Eng Arc ' +
  'Dato Datuk Tan Tun Puan Encik Tuan Bapak Ibu Don Dona Doña Señor Señora Senhor Senhora Signor Signora Monsieur ' +
  'Madame Mme Mlle Maître Herr Frau Sri Shri Smt Kumari Justice Judge Magistrate Attorney Counsel Advocate Adv Hon ' +
  'Honourable Honorable Cllr Councillor Councilman Councilwoman Councilor Alderman Mayor Governor Gov Senator Sen ' +
  'Representative Rep Congressman Congresswoman MP MEP MLA Deputy Speaker Minister Secretary Chancellor Premier ' +
  'President President-elect Ambassador Envoy Consul Commissioner Chairman Chairwoman Chairperson Director Spokesman ' +
  'Spokeswoman Spokesperson General Gen Colonel Col Lieutenant Lt Major Maj Captain Capt Sergeant Sgt Corporal Cpl ' +
  'Private Pvt Admiral Adm Commodore Commander Cmdr Brigadier Brig Marshal Inspector Insp Superintendent Supt ' +
  'Constable Detective Det Officer Sheriff Marshal Warden Coach Manager Skipper Midfielder Striker Goalkeeper ' +
  'Correspondent Reporter Editor Chair CEO CFO Nana Bra Ustaz Ustadz Kyai HE Datin Paduka Clr Ntate Mwalimu Vice Uncle Aunt Auntie Grandma Grandpa'
).split(' ');

/** Forms of address and ranks that are never a given name: what is left of a person's name when one begins it. */
export const ADDRESS: ReadonlySet<string> = new Set(
  (
    'Mr Mrs Ms Mx Dr Prof Professor Sir Dame Lord Lady Baroness Sheikh Sheikha Ayatollah Mullah Maulvi Maulana Rabbi ' +
    'Pope Cardinal Archbishop Fr Rev Reverend Pastor Alhaji Alhaja Hajia Comrade Barrister Engr Eng Dato Datuk Encik ' +
    'Señor Señora Senhor Senhora Monsieur Madame Mme Herr Frau Smt Justice Hon Honourable Honorable Cllr Councillor ' +
    'Governor Gov Senator Sen Rep Congressman Congresswoman Minister Chancellor Premier President Ambassador ' +
    'Commissioner Chairman Chairwoman Spokesman Spokeswoman General Gen Colonel Col Lieutenant Lt Captain Capt ' +
    'Datin Paduka Clr Ntate Mwalimu Barr Adv Magistrate Archdeacon Monsignor Sergeant Sgt Corporal Cpl Admiral Adm Commander Cmdr Brigadier Brig Inspector Insp Superintendent Supt Constable'
  ).split(' '),
);
