import { type Text, text } from '@helder/words'

/** One thing that a template can say: what the code editor completes and explains. */
export interface ReferenceEntry {
  kind: 'tag' | 'filter' | 'object'
  name: string
  /** How it is written. */
  signature: string
  about: Text
}

function tag(name: string, signature: string, nl: string, en: string): ReferenceEntry {
  return { kind: 'tag', name, signature, about: text(nl, en) }
}

function filter(name: string, signature: string, nl: string, en: string): ReferenceEntry {
  return { kind: 'filter', name, signature, about: text(nl, en) }
}

function object(name: string, signature: string, nl: string, en: string): ReferenceEntry {
  return { kind: 'object', name, signature, about: text(nl, en) }
}

/** Everything that a template can say, in the order in which people look for it. */
export const reference: readonly ReferenceEntry[] = [
  object('site', 'site.name, site.url, site.languages', 'De site zelf.', 'The site itself.'),
  object(
    'page',
    'page.title, page.description, page.url, page.language',
    'De pagina die gemaakt wordt, met wat er tussen de regels --- staat.',
    'The page that is being made, with what stands between the lines ---.',
  ),
  object('content', '{{ content }}', 'In een layout: de pagina zelf.', 'In a layout: the page itself.'),
  object(
    'collections',
    'collections.articles',
    'De inhoud: een lijst per collectie, de nieuwste eerst. Een collectie met één record is dat record zelf.',
    'The content: a list per collection, newest first. A collection of one record is that record itself.',
  ),
  object(
    'record',
    'record.title, record.url',
    'Op een pagina van een collectie: het record waar de pagina over gaat.',
    'On a page of a collection: the record that the page is about.',
  ),
  object(
    'alternates',
    '{% for other in alternates %}{{ other.language }} {{ other.url }}{% endfor %}',
    'Dezelfde pagina in elke taal; current zegt welke deze is.',
    'The same page in each language; current says which is this one.',
  ),
  object('language', '{{ language }}', 'De taal van de pagina.', 'The language of the page.'),
  object('languages', '{{ languages }}', 'De talen van de site.', 'The languages of the site.'),
  object(
    'forms',
    'forms.contact.fields',
    'De formulieren van de site, voor wie er zelf een tekent.',
    'The forms of the site, for who draws one by hand.',
  ),
  tag(
    'form',
    "{% form 'contact' %}",
    'Een heel formulier, met uitleg bij elk persoonlijk veld.',
    'A whole form, with an explanation at each personal field.',
  ),
  tag(
    'render',
    "{% render 'card', article: article %}",
    'Een snippet uit snippets/, met wat je meegeeft.',
    'A snippet of snippets/, with what you hand it.',
  ),
  tag(
    'if',
    '{% if a == b %}…{% elsif c %}…{% else %}…{% endif %}',
    'Alleen als het waar is.',
    'Only when it is true.',
  ),
  tag(
    'unless',
    '{% unless a %}…{% endunless %}',
    'Alleen als het niet waar is.',
    'Only when it is not true.',
  ),
  tag(
    'case',
    "{% case a %}{% when 'x' %}…{% endcase %}",
    'Kiest uit een aantal waarden.',
    'Chooses from a number of values.',
  ),
  tag(
    'for',
    '{% for article in collections.articles limit: 3 %}…{% else %}…{% endfor %}',
    'Herhaalt voor elk ding in een lijst; else is voor een lege lijst.',
    'Repeats for each thing in a list; else is for an empty list.',
  ),
  tag('break', '{% break %}', 'Stopt de herhaling.', 'Stops the repetition.'),
  tag('continue', '{% continue %}', 'Gaat door met het volgende ding.', 'Goes on with the next thing.'),
  tag('cycle', "{% cycle 'odd', 'even' %}", 'Om de beurt een van deze.', 'One of these by turns.'),
  tag(
    'tablerow',
    '{% tablerow item in items cols: 2 %}…{% endtablerow %}',
    'Herhaalt in rijen van een tabel.',
    'Repeats in rows of a table.',
  ),
  tag('assign', '{% assign name = value %}', 'Geeft iets een naam.', 'Gives something a name.'),
  tag(
    'capture',
    '{% capture name %}…{% endcapture %}',
    'Bewaart een stuk pagina onder een naam.',
    'Keeps a piece of page under a name.',
  ),
  tag('increment', '{% increment count %}', 'Telt op, en toont de stand.', 'Counts up, and shows the count.'),
  tag(
    'decrement',
    '{% decrement count %}',
    'Telt af, en toont de stand.',
    'Counts down, and shows the count.',
  ),
  tag(
    'echo',
    '{% echo value %}',
    'Toont iets; voor binnen liquid.',
    'Shows something; for use inside liquid.',
  ),
  tag(
    'liquid',
    '{% liquid … %}',
    'Een tag op elke regel, zonder haakjes.',
    'A tag on each line, without brackets.',
  ),
  tag(
    'raw',
    '{% raw %}…{% endraw %}',
    'Laat Liquid erin staan zoals het is.',
    'Leaves Liquid in it as it is.',
  ),
  tag('comment', '{% comment %}…{% endcomment %}', 'Niet op de pagina.', 'Not on the page.'),
  tag('#', '{% # … %}', 'Een aantekening, niet op de pagina.', 'A note, not on the page.'),
  filter(
    'asset_url',
    "'main.css' | asset_url",
    'Het adres van een bestand in assets/, met een kenmerk van de inhoud erin.',
    'The address of a file in assets/, with a mark of its content in it.',
  ),
  filter(
    'image',
    "record.photo | image: class: 'wide'",
    'Een plaatje met zijn maten en zijn beschrijving.',
    'A picture with its size and its description.',
  ),
  filter(
    't',
    "'menu.home' | t: name: 'Eva'",
    'Een tekst uit locales/ in de taal van de pagina.',
    'A text of locales/ in the language of the page.',
  ),
  filter(
    'date',
    "record.day | date: 'long'",
    'Een datum in woorden: full, long, medium, short, time, moment, iso of een patroon.',
    'A date in words: full, long, medium, short, time, moment, iso or a pattern.',
  ),
  filter('money', '1250 | money', 'Een bedrag in centen als euro.', 'An amount in cents as euros.'),
  filter('link_to', "'Read on' | link_to: record.url", 'Een link met deze tekst.', 'A link with this text.'),
  filter(
    'absolute_url',
    'page.url | absolute_url',
    'Een adres met de naam van de site ervoor.',
    'An address with the name of the site in front.',
  ),
  filter(
    'rich_text',
    'value | rich_text',
    'Opgemaakte tekst als HTML; een veld met opgemaakte tekst kan zonder.',
    'Formatted text as HTML; a field of formatted text does without.',
  ),
  filter('json', 'value | json', 'Als gegevens voor een script.', 'As data for a script.'),
  filter(
    'escape',
    'value | escape',
    'Maakt tekst veilig; dat gebeurt al vanzelf.',
    'Makes text safe, which happens by itself already.',
  ),
  filter(
    'escape_once',
    'value | escape_once',
    'Maakt tekst veilig die het deels al is.',
    'Makes text safe of which a part already is.',
  ),
  filter(
    'raw',
    'value | raw',
    'Laat HTML staan zoals het is. Alleen voor wat je zelf schreef.',
    'Leaves HTML as it is. Only for what you wrote yourself.',
  ),
  filter(
    'newline_to_br',
    'value | newline_to_br',
    'Nieuwe regels blijven nieuwe regels.',
    'New lines stay new lines.',
  ),
  filter('strip_html', 'value | strip_html', 'Zonder opmaak.', 'Without markup.'),
  filter('truncate', 'value | truncate: 120', 'Hoogstens zoveel tekens.', 'At most so many characters.'),
  filter('truncatewords', 'value | truncatewords: 20', 'Hoogstens zoveel woorden.', 'At most so many words.'),
  filter('default', "value | default: 'none'", 'Dit, als er niets is.', 'This, when there is nothing.'),
  filter('append', "value | append: '!'", 'Zet iets erachter.', 'Puts something behind it.'),
  filter('prepend', "value | prepend: '#'", 'Zet iets ervoor.', 'Puts something before it.'),
  filter('replace', "value | replace: 'a', 'b'", 'Vervangt overal.', 'Replaces everywhere.'),
  filter(
    'replace_first',
    "value | replace_first: 'a', 'b'",
    'Vervangt de eerste keer.',
    'Replaces the first time.',
  ),
  filter(
    'replace_last',
    "value | replace_last: 'a', 'b'",
    'Vervangt de laatste keer.',
    'Replaces the last time.',
  ),
  filter('remove', "value | remove: 'a'", 'Haalt overal weg.', 'Removes everywhere.'),
  filter('remove_first', "value | remove_first: 'a'", 'Haalt de eerste keer weg.', 'Removes the first time.'),
  filter('remove_last', "value | remove_last: 'a'", 'Haalt de laatste keer weg.', 'Removes the last time.'),
  filter('upcase', 'value | upcase', 'In hoofdletters.', 'In capitals.'),
  filter('downcase', 'value | downcase', 'In kleine letters.', 'In lower case.'),
  filter('capitalize', 'value | capitalize', 'Met een hoofdletter.', 'With a capital.'),
  filter('strip', 'value | strip', 'Zonder ruimte eromheen.', 'Without space around it.'),
  filter('lstrip', 'value | lstrip', 'Zonder ruimte ervoor.', 'Without space before it.'),
  filter('rstrip', 'value | rstrip', 'Zonder ruimte erachter.', 'Without space behind it.'),
  filter('strip_newlines', 'value | strip_newlines', 'Op één regel.', 'On one line.'),
  filter('slugify', 'value | slugify', 'Zoals het in een adres staat.', 'As it stands in an address.'),
  filter(
    'url_encode',
    'value | url_encode',
    'Zoals het in een vraag van een adres staat.',
    'As it stands in the query of an address.',
  ),
  filter('url_decode', 'value | url_decode', 'Weer gewone tekst.', 'Plain text again.'),
  filter('split', "value | split: ','", 'Een lijst van stukken.', 'A list of pieces.'),
  filter('join', "list | join: ', '", 'Een tekst van een lijst.', 'A text of a list.'),
  filter('first', 'list | first', 'Het eerste ding.', 'The first thing.'),
  filter('last', 'list | last', 'Het laatste ding.', 'The last thing.'),
  filter('size', 'list | size', 'Hoeveel het er zijn.', 'How many there are.'),
  filter('slice', 'list | slice: 0, 3', 'Een stuk ervan.', 'A piece of it.'),
  filter('reverse', 'list | reverse', 'In omgekeerde volgorde.', 'In reverse order.'),
  filter('sort', "list | sort: 'title'", 'Op volgorde.', 'In order.'),
  filter(
    'sort_natural',
    "list | sort_natural: 'title'",
    'Op volgorde, hoofdletters of niet.',
    'In order, capitals or not.',
  ),
  filter('map', "list | map: 'title'", 'Van elk ding één eigenschap.', 'Of each thing one property.'),
  filter('where', "list | where: 'kind', 'news'", 'Alleen wat hieraan voldoet.', 'Only what fits this.'),
  filter(
    'reject',
    "list | reject: 'kind', 'news'",
    'Alleen wat hier niet aan voldoet.',
    'Only what does not fit this.',
  ),
  filter(
    'find',
    "list | find: 'slug', 'about'",
    'Het eerste dat hieraan voldoet.',
    'The first that fits this.',
  ),
  filter('has', "list | has: 'kind', 'news'", 'Of er iets aan voldoet.', 'Whether anything fits this.'),
  filter(
    'group_by',
    "list | group_by: 'kind'",
    'In groepen met name en items.',
    'In groups with name and items.',
  ),
  filter('uniq', 'list | uniq', 'Elk ding één keer.', 'Each thing once.'),
  filter('compact', 'list | compact', 'Zonder wat leeg is.', 'Without what is empty.'),
  filter('concat', 'list | concat: other', 'Twee lijsten achter elkaar.', 'Two lists one after the other.'),
  filter('sum', "list | sum: 'price'", 'Bij elkaar opgeteld.', 'Added up.'),
  filter('plus', 'number | plus: 1', 'Erbij.', 'Added to it.'),
  filter('minus', 'number | minus: 1', 'Eraf.', 'Taken from it.'),
  filter('times', 'number | times: 2', 'Keer.', 'Multiplied.'),
  filter('divided_by', 'number | divided_by: 2', 'Gedeeld door.', 'Divided by.'),
  filter('modulo', 'number | modulo: 2', 'Wat er na het delen overblijft.', 'What is left after dividing.'),
  filter('round', 'number | round: 1', 'Afgerond.', 'Rounded.'),
  filter('ceil', 'number | ceil', 'Naar boven afgerond.', 'Rounded up.'),
  filter('floor', 'number | floor', 'Naar beneden afgerond.', 'Rounded down.'),
  filter('abs', 'number | abs', 'Zonder minteken.', 'Without its minus sign.'),
  filter('at_least', 'number | at_least: 1', 'Ten minste zoveel.', 'At least so much.'),
  filter('at_most', 'number | at_most: 9', 'Hoogstens zoveel.', 'At most so much.'),
]
