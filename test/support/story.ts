/**
 * An article with one of everything: a headline with a single-quoted word, direct, split and fragmentary quotes, a
 * pronoun as speaker, names in several forms, headings, and a last line that is not part of it. All of it is invented.
 */
export const STORY = `Mayor Ready to Reopen Harbour ‘Today’ if the Strike Ends
In a long meeting on Tuesday, Mayor Laura Benedetti told the city council that she was willing to reopen the harbour “today” and to talk to the dockers’ leader Thomas Okafor. Benedetti’s words came as ships waited off Lisbon for a third week.
Benedetti, 58, said that the city had waited long enough. “I am ready to talk, of course, at any hour,” she said. “If we sit down with Okafor, I am sure we will find a way out of this.” She spoke of “patience and goodwill” on both sides.
Wages and Working Hours
The dockers in Portugal want shorter hours and higher wages. “We have carried this port on our backs for thirty years, and we will not be paid in promises,” said Thomas Okafor, who leads the union.
Okafor called the last offer “an insult” and left the room before the vote in Lisbon.
Ships Off the Coast
Laura Benedetti said forty ships were waiting. “Some of the crews have not had fresh water since Sunday, and that has to end now,” Benedetti said.
कृपया अपनी प्रतिक्रिया दें
`;
