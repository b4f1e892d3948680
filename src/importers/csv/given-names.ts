/** Given names that are common in Europe and America: they tell `Miller, Anna` from `Sales, Finance`. Lower case, without signs. */
const common =
  'aaron adam adrian alan albert alejandro alessandro alex alexander alexandra alfred ali alice alison amanda amy ana andre andrea andreas andrew angela anja ann anna anne annette anthony antje antoine anton antonio arne arthur astrid barbara beate ben benjamin bernd bernhard bettina birgit bjorn bob boris brian brigitte bruno camille carina carl carla carlos carmen carol caroline catherine charles charlotte chloe chris christa christian christiane christina christine christoph christopher claire clara claudia clemens colin cornelia cristina dagmar daniel daniela david deborah dennis denise diana diego dieter dirk dominik donald doris dorothea doug edward elena elisabeth elizabeth ella ellen emily emma eric erik erika ernst esther eva evelyn fabian felix fernando florian francesca francesco francis francois frank franz fred frederic friedrich gabriel gabriele gary georg george gerald gerd gerhard gert gisela giulia giuseppe gregor greg guido gunter gustav hannah hannes hans harald harry heather heidi heike heinz helen helena helga helmut hendrik henning henry herbert hilde holger horst hugo ian ines inga ingo ingrid irene iris isabel isabelle ivan jack jacob jacques jakob james jan jana jane janet jason javier jean jeff jennifer jens jeremy jessica jim joachim joan joe joerg johan johann johannes john jonas jonathan jorg jorge jose joseph josef juan judith julia julian julie jurgen justin kai karen karin karl karsten katharina kathrin katja katrin kay keith kelly ken kenneth kerstin kevin kim klaus konrad kristin kurt lars laura laurent lea lena leo leon leonie linda lisa lothar louis louise luca lucas lucia luigi luis luisa lukas lutz lynn manfred manuel manuela marc marcel marco marcus margaret maria marie marina mario marion mark markus marlene martha martin martina mary mathias matt matthew matthias maurice max maximilian mia michael michaela michel michelle miguel mike miriam monica monika moritz nadine nancy natalie nathalie nick nicolas nicole niels nikolaus nils nina noah nora norbert olaf oliver olivier oscar otto pablo pamela paola paolo pascal patricia patrick paul paula pedro peter petra philip philipp philippe pierre rachel rafael rainer ralf ralph ramona raphael raymond rebecca regina reiner renate rene ricardo richard rita rob robert roberto robin roger roland rolf roman ron ronald rosa rose rudolf ruth ryan sabine sally sam samuel sandra sara sarah sascha scott sean sebastian sergio sharon siegfried sigrid silke silvia simon simone sofia sonja sophia sophie stefan stefanie stephan stephanie stephen steffen steve steven sue susan susanne suzanne sven svenja sylvia tanja tanya ted teresa terry theo theresa thomas thorsten tim timo tina tobias todd tom tony torsten tracy udo ulf ulrich ulrike ursula ute uwe valentina valerie vanessa vera verena veronica veronika victor victoria vincent viola volker walter wendy werner wilhelm will william wolfgang yvonne';

const names: ReadonlySet<string> = new Set(common.split(' '));

/** Whether a word is a given name that is common. */
export function isGivenName(word: string): boolean {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return names.has(plain) || plain.split('-').every((part) => part !== '' && names.has(part));
}

/** `Anna Miller` of `Miller, Anna` or `Miller, Anna B.`; `undefined` for what is no name of one person written so. */
export function turnName(text: string): string | undefined {
  const match =
    /^(\p{Lu}[\p{L}'’-]{1,40}(?:\s\p{Lu}[\p{L}'’-]{1,40})?),\s?(\p{Lu}[\p{L}'’-]{1,40})(\s\p{Lu}\.?)?$/u.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const [, family = '', given = '', middle = ''] = match;
  return isGivenName(given) && !isGivenName(family) ? `${given}${middle} ${family}` : undefined;
}
