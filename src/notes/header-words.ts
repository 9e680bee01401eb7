/** What a header may say that its column holds. */
export type HeaderRole =
  | 'note'
  | 'title' // the short half of a note: a card's name
  | 'detail' // the long half: its description
  | 'persona'
  | 'quadrant'
  | 'votes'
  | 'author' // who wrote it: never a persona by itself
  | 'person' // names and contact data
  | 'technical' // ids, times, places on the wall
  | 'archived'

type Words = { readonly [role in HeaderRole]?: string }

/**
 * Headers by language, best first, between bars: those that whiteboards, retrospectives and survey tools write, and people
 * in sheets of their own. A language is a row; all rows count for every file. Each is written as `foldHeader` gives it.
 */
export const HEADER_WORDS: Readonly<Record<string, Words>> = {
  en: {
    note: 'note|notes|sticky note|sticky notes|sticky|stickies|text|content|contents|comment|comments|idea|ideas|card|cards|post-it|post-its|postit|message|messages|body|feedback|response|responses|answer|answers|comment-body|remark|remarks|statement|statements|observation|observations|insight|insights|reply|post|verbatim|quote|suggestion|suggestions|item',
    title: 'title|subject|headline|summary|card name|task name|task|what',
    detail: 'description|details|detail|explanation',
    persona:
      'persona|personas|role|roles|segment|audience|stakeholder|stakeholders|profile|user group|user role|user type|target group|customer type|group|archetype|actor',
    quadrant:
      'quadrant|category|section|area|column|list|prompt|question|lane|swimlane|bucket|bucket name|topic|frame|stage|phase|field|zone|type|tag|board',
    votes:
      'votes|vote|vote count|plus ones|hearts|claps|kudos|thumbs|agrees|stars|total votes|👍|♥|❤|❤️|⭐|stamps|number of votes|likes|upvotes|dots|thumbs up|reactions|score',
    author:
      'user|who|author|authors|creator|owner|assignee|assigned to|members|created by|added by|posted by|written by|reporter|participant|contributor|facilitator|last updated by|last content edited by|username|user name|user display name|display name|submitted by|respondent name|respondent|name of author|author name|written by|made by|from|sender|participant name|posted by name|last edited by|edited by|updated by|reporter name|contact name|card creator',
    person:
      'name|names|first name|last name|full name|your name|surname|given name|family name|e-mail|email|mail|email address|e-mail address|phone|phone number|telephone|mobile|mobile number|address|postal address|street|zip|zip code|postcode|postal code|date of birth|birth date|birthday|dob|contact|contact data|ip|ip address|ip-address|signature|linkedin|twitter|github|instagram|social media|line manager|manager name|employee|employee name|employer|nickname|recipient email|recipient first name|recipient last name',
    technical:
      '#|id|ids|key|uuid|guid|token|code|invitation code|access code|number|no|nr|index|row|seed|url|link|link to|card url|attachment|attachments|timestamp|time|date|date time|datetime|created|created at|created on|updated|updated at|last updated|last modified|last modified time|modified|modified at|submitted|submitted at|submission date|submission time|submission id|submission started|start time|end time|completion time|time started|started|started at|ended at|date submitted|date created|start date|end date|stage date|submit date|recorded date|last page|start language|language|user language|survey identifier|survey timestamp|record id|response id|respondent id|respondentid|collector id|collector|network id|response type|status|tags|progress|finished|complete|duration|duration in seconds|score|total points|quiz feedback|grade posted time|custom data 1|referer|referrer|user agent|sessionid|session id|session|ip|location latitude|location longitude|distribution channel|external reference|external data reference|color|colour|bg color|post color|position|position x|position y|x|y|width|height|shape|sticky type|border line|rank|order|stack|due date|labels|label|total time|source|device|browser|platform|version|anonymous|email des empfängers|points|weight|due|deadline|priority|est|estimate|modified by|icon|emoji|image|photo|file|files|reply count|replies|views|parent id|parent task|parent item|list id|column id|card id|author id|entry id|submission|browser language|ip location|time spent|score id|total score|nps score|nps|rating|participant id|case|serial|ref|mode',
    archived:
      'archived|closed|deleted|is archived|is deleted|hidden|removed|deleted at|archived at|deleted on|archived on|closed at|is closed',
  },
  de: {
    note: 'notiz|notizen|zettel|haftnotiz|klebezettel|karte|karten|inhalt|text|kommentar|kommentare|idee|ideen|antwort|antworten|beitrag|anmerkung|anmerkungen|rückmeldung|aussage|aussagen|bemerkung|nachricht',
    title: 'vorgangsname|aufgabenname|vorgang|titel|betreff|überschrift|aufgabe|kartenname|kartentitel',
    detail: 'beschreibung|details|erläuterung|erklärung',
    persona: 'rolle|rollen|zielgruppe|nutzergruppe|gruppe|profil|segment|nutzertyp|kundengruppe',
    quadrant:
      'bucketname|bucket|quadrant|bereich|kategorie|spalte|feld|frage|thema|abschnitt|rubrik|liste|phase',
    votes:
      'anzahl likes|herzen|zustimmungen|daumen hoch|sterne|stimmen|punkte|stimmenzahl|anzahl stimmen|bewertungspunkte|gefällt mir|likes',
    author:
      'autor|autorin|verfasser|ersteller|erstellt von|nutzer|benutzer|benutzername|wer|teilnehmer|zugewiesen an|verantwortlich|bearbeitet von|erstellt durch|zuletzt bearbeitet von|bearbeiter|bearbeiterin|ersteller & in|teilnehmende|von|name der person',
    person:
      'name|namen|vorname|nachname|familienname|ihr name|vor- & nachname|e-mail|e-mail-adresse|mailadresse|telefon|telefonnummer|handynummer|mobilnummer|adresse|anschrift|straße|plz|postleitzahl|geburtsdatum|geburtstag|kontakt|unterschrift|vorgesetzter|führungskraft|ip-adresse|nachname des empfängers|vorname des empfängers|email des empfängers',
    technical:
      'vorgangs-id|aufgaben-id|erstellungsdatum|fälligkeitsdatum|startdatum|fortschritt|priorität|zeitstempel|startzeit|fertigstellungszeit|zeitpunkt der letzten änderung|datum|uhrzeit|erstellt|erstellt am|geändert am|anfangsdatum|enddatum|antworttyp|aktueller stand|dauer|dauer in sekunden|erfassungsdatum|antwort-id|antwort id|externe datenreferenz|breitengrad des standorts|längengrad des standorts|verteilungskanal|benutzersprache|beendet|nummer|nr|post-it-nr|farbe|reihe|zeile|zugangscode|teilnahmecode|letzte seite|startsprache|sprache|stand',
    archived: 'archiviert|gelöscht|erledigt',
  },
  fr: {
    note: 'note|notes|texte|remarque|remarques|commentaire|commentaires|contenu|idée|idées|réponse|réponses|post-it|message|avis|verbatim|suggestion|suggestions|carte|cartes|pense-bête|billet',
    title: 'nom de la tâche|titre|objet|intitulé|tâche|sujet',
    detail: 'description|détails|précisions|explication|corps',
    persona: 'rôle|rôles|groupe|public|profil|profils|segment|persona|cible',
    quadrant:
      'nom du compartiment|compartiment|cadre|catégorie|colonne|rubrique|section|thème|question|liste|zone|quadrant|domaine',
    votes:
      "nombre de likes|nombre de votes|mentions j’aime|nombre de voix|nb votes|cœurs|nb de votes|voix|vote|votes|nombre de votes|points|j'aime|j’aime|likes",
    author:
      "auteur|autrice|qui|utilisateur|créé par|créateur|participant|responsable|assigné à|nom d’utilisateur|nom d'utilisateur|modifié par|ajouté par|rédacteur",
    person:
      'nom|noms|prénom|nom de famille|nom complet|votre nom|nom et prénom|courriel|adresse e-mail|adresse mail|adresse électronique|téléphone|numéro de téléphone|portable|adresse|adresse postale|code postal|date de naissance|contact',
    technical:
      'horodateur|horodatage|date|heure|heure de début|heure de fin|identifiant|id de la réponse|créé le|modifié le|date de soumission|numéro|n|couleur|statut|langue|code d’accès|dernière page|langue de départ',
    archived: 'archivé|archivée|supprimé|fermé',
  },
  es: {
    note: 'nota|notas|texto|contenido|comentario|comentarios|respuesta|respuestas|idea|ideas|tarjeta|mensaje|opinión|observación|observaciones|sugerencia|sugerencias|post-it|ficha|fichas|notita',
    title: 'nombre de la tarea|nombre de tarea|título|asunto|tarea',
    detail: 'cuerpo|descripción|detalles|detalle|explicación',
    persona: 'rol|roles|perfil|perfiles|grupo|segmento|público|persona|quién es',
    quadrant:
      'nombre del depósito|nombre del cubo|depósito|cuadrante|categoría|columna|sección|pregunta|tema|lista|área|tipo',
    votes: 'número de me gusta|corazones|apoyos|total de votos|votos|voto|número de votos|puntos|me gusta',
    author:
      'autor|autora|quién|usuario|creado por|participante|responsable|asignado a|nombre de usuario|creado por|propietaria|propietario|editado por',
    person:
      'nombre|nombres|apellido|apellidos|nombre completo|nombre y apellidos|su nombre|tu nombre|correo|correo electrónico|dirección de correo electrónico|teléfono|móvil|celular|dirección|código postal|fecha de nacimiento|contacto|jefe',
    technical:
      'marca temporal|fecha|hora|fecha y hora|hora de inicio|hora de finalización|identificador|fecha de envío|creado|creado el|actualizado|número|núm|color|estado|idioma|código|última página',
    archived: 'archivado|archivada|eliminado|cerrado',
  },
  pt: {
    note: 'nota|notas|texto|conteúdo|comentário|comentários|resposta|respostas|ideia|ideias|cartão|mensagem|opinião|observação|observações|sugestão|sugestões|post-it',
    title: 'nome da tarefa|título|assunto|tarefa',
    detail: 'corpo|descrição|detalhes|detalhe|explicação',
    persona: 'papel|perfil|perfis|grupo|segmento|público|persona|função',
    quadrant:
      'nome do bucket|nome do depósito|quadrante|categoria|coluna|seção|secção|pergunta|tema|lista|área|tipo',
    votes: 'corações|apoios|total de votos|votos|voto|número de votos|pontos|curtidas|gostos',
    author:
      'autor|autora|quem|usuário|utilizador|criado por|participante|responsável|atribuído a|nome de usuário|proprietário|editado por|autor da nota',
    person:
      'nome|nomes|sobrenome|apelido|nome completo|seu nome|e-mail|endereço de e-mail|telefone|telemóvel|celular|endereço|morada|código postal|cep|data de nascimento|contato|contacto',
    technical:
      'carimbo de data & hora|data|hora|data e hora|hora de início|hora de conclusão|identificador|data de envio|criado|criado em|atualizado em|número|cor|estado|situação|idioma|código',
    archived: 'arquivado|arquivada|excluído|eliminado|fechado',
  },
  it: {
    note: 'nota|note|testo|contenuto|commento|commenti|risposta|risposte|idea|idee|scheda|messaggio|opinione|osservazione|osservazioni|suggerimento|suggerimenti|post-it|bigliettino|biglietto|carta|foglietto|foglietti|appunto|appunti',
    title: 'nome attività|nome dell’attività|titolo|oggetto|attività|compito',
    detail: 'corpo|descrizione|dettagli|dettaglio|spiegazione',
    persona: 'ruolo|ruoli|profilo|gruppo|segmento|pubblico|persona|utenza',
    quadrant:
      'nome bucket|nome del bucket|quadrante|categoria|colonna|sezione|domanda|tema|argomento|lista|elenco|area|tipo',
    votes: 'numero voti|cuori|voti|voto|numero di voti|punti|mi piace|preferenze',
    author:
      'autore|autrice|chi|utente|creato da|partecipante|responsabile|assegnato a|nome utente|proprietario|modificato da|inserito da',
    person:
      'nome|nomi|cognome|nome completo|nome e cognome|il tuo nome|indirizzo e-mail|indirizzo email|indirizzo di posta elettronica|posta elettronica|telefono|numero di telefono|cellulare|indirizzo|codice postale|cap|data di nascita|contatto|contatti',
    technical:
      'informazioni cronologiche|data|ora|data e ora|ora di inizio|ora di completamento|identificativo|data di invio|creato il|aggiornato il|numero|colore|stato|lingua|codice',
    archived: 'archiviato|archiviata|eliminato|chiuso',
  },
  nl: {
    note: 'notitie|notities|tekst|inhoud|opmerking|opmerkingen|reactie|reacties|antwoord|antwoorden|idee|ideeën|kaart|kaartje|bericht|commentaar|briefje|briefjes|plakbriefje|suggestie|suggesties|post-it',
    title: 'taaknaam|naam van taak|titel|onderwerp|taak',
    detail: 'beschrijving|omschrijving|details|toelichting|uitleg',
    persona: 'rol|rollen|doelgroep|groep|profiel|segment|gebruikersgroep',
    quadrant:
      'bucketnaam|naam van bucket|kwadrant|categorie|kolom|sectie|vraag|thema|onderwerp|lijst|gebied|vak|type',
    votes: 'hartjes|duimpjes|vind-ik-leuks|stemmen|stem|aantal stemmen|punten|likes',
    author:
      'auteur|wie|gebruiker|gemaakt door|deelnemer|eigenaar|toegewezen aan|gebruikersnaam|aangemaakt door|bewerkt door|ingevuld door',
    person:
      'naam|namen|voornaam|achternaam|volledige naam|uw naam|je naam|e-mailadres|telefoon|telefoonnummer|mobiel|adres|straat|postcode|geboortedatum|contactgegevens|leidinggevende',
    technical:
      'tijdstempel|datum|tijd|begintijd|starttijd|eindtijd|voltooiingstijd|tijd van voltooien|gemaakt op|gewijzigd op|nummer|kleur|status|taal|code|datum ingezonden',
    archived: 'gearchiveerd|verwijderd|gesloten',
  },
  pl: {
    note: 'notatka|notatki|tekst|treść|komentarz|komentarze|odpowiedź|odpowiedzi|pomysł|pomysły|karteczka|karteczki|kartka|wiadomość|uwaga|uwagi|opinia|opinie|sugestia|sugestie|spostrzeżenie|karta|karty|wpis',
    title: 'nazwa zadania|tytuł|temat|nazwa zadania|nazwa karty|zadanie',
    detail: 'opis|szczegóły|wyjaśnienie',
    persona: 'rola|role|profil|grupa|segment|odbiorca|grupa docelowa|persona',
    quadrant:
      'nazwa zasobnika|zasobnik|nazwa zasobnika|zasobnik|ćwiartka|kategoria|kolumna|sekcja|pytanie|obszar|lista|typ',
    votes: 'serca|głosy|głos|liczba głosów|punkty|polubienia',
    author:
      'autor|autorka|kto|użytkownik|utworzone przez|uczestnik|osoba|przypisane do|nazwa użytkownika|autor wpisu|edytowane przez|właściciel',
    person:
      'imię|imiona|nazwisko|imię i nazwisko|nazwa|adres e-mail|adres email|telefon|numer telefonu|adres|ulica|kod pocztowy|data urodzenia|kontakt|przełożony',
    technical:
      'sygnatura czasowa|znacznik czasu|data|godzina|czas rozpoczęcia|godzina rozpoczęcia|czas ukończenia|godzina ukończenia|identyfikator|utworzono|numer|nr|kolor|stan|język|kod',
    archived: 'zarchiwizowane|zarchiwizowany|usunięte|zamknięte',
  },
  ru: {
    note: 'заметка|заметки|стикер|стикеры|текст|комментарий|комментарии|идея|идеи|ответ|ответы|карточка|содержание|сообщение|отзыв',
    title: 'название|заголовок|задача',
    detail: 'описание|подробности',
    persona: 'персона|персоны|роль|роли|сегмент|целевая группа|группа|профиль',
    quadrant: 'квадрант|категория|раздел|колонка|столбец|тема|вопрос|список|этап|область',
    votes: 'голоса|голосов|голос|количество голосов|лайки|баллы',
    author: 'автор|кто|участник|создал|создано|ответственный|исполнитель|пользователь',
    person: 'имя|фамилия|фио|имя и фамилия|почта|электронная почта|телефон|адрес|дата рождения',
    technical: 'отметка времени|дата|время|номер|код|ссылка|цвет|статус|язык|создан',
    archived: 'архив|в архиве|удалено|закрыто',
  },
  ja: {
    note: '付箋|ふせん|メモ|ノート|コメント|テキスト|本文|内容|意見|回答|アイデア|カード|感想|自由記述|自由回答|投稿|発言',
    title: 'タイトル|件名|題名|見出し|タスク',
    detail: '説明|詳細|備考',
    persona: 'ペルソナ|役割|役職|対象|対象者|グループ|ロール|セグメント|職種',
    quadrant: '象限|カテゴリ|カテゴリー|分類|区分|領域|質問|列|セクション|テーマ|項目|エリア|リスト',
    votes: 'いいね数|得票数|賛成数|賛成|スター|拍手|ハート|票|票数|投票|投票数|いいね|得票|ポイント',
    author: '誰|作成者|投稿者|記入者|ユーザー|担当者|著者|発言者|ユーザー名|最終更新者|更新者|登録者',
    person:
      '名前|お名前|氏名|姓|名|フルネーム|メール|メールアドレス|電話|電話番号|住所|郵便番号|生年月日|連絡先|上司|ニックネーム|ふりがな|フリガナ|よみがな|カナ|ご住所|ご氏名|お電話番号|ご連絡先|メアド',
    technical:
      'タイムスタンプ|日時|日付|時刻|開始時刻|完了時刻|開始時間|終了時間|番号|色|作成日|作成日時|更新日|更新日時|送信日時|回答id|状態|ステータス|言語|コード',
    archived: 'アーカイブ|アーカイブ済み|削除済み|完了',
  },
  ko: {
    note: '메모|노트|내용|본문|댓글|의견|답변|응답|아이디어|카드|포스트잇|텍스트|메시지|코멘트|피드백|제안|기타 의견|기타의견|추가 의견',
    title: '제목|과제|할 일',
    detail: '설명|세부 정보|상세',
    persona: '페르소나|역할|대상|그룹|직무|세그먼트|대상자',
    quadrant: '사분면|카테고리|분류|구분|영역|구역|질문|열|섹션|주제|항목|목록',
    votes:
      '공감수|공감 수|추천|추천수|추천 수|좋아요수|좋아요 수|득표수|하트|투표|투표수|투표 수|득표|좋아요|공감|표',
    author: '작성자|사용자|누구|만든 사람|담당자|게시자|참여자|사용자 이름|만든이|등록자|수정한 사람',
    person:
      '이름|성명|성함|성|이메일|이메일 주소|메일|전화|전화번호|휴대폰|연락처|주소|우편번호|생년월일|상사',
    technical:
      '타임스탬프|날짜|시간|시작 시간|완료 시간|제출 시간|제출 날짜|생성 시각(utc)|업데이트 시각(utc)|번호|색상|게시물 색상|상태|언어|코드|아이디|응답 id',
    archived: '보관됨|보관|삭제됨|종료',
  },
  zh: {
    note: '便签|便利贴|便條|内容|內容|评论|評論|意见|意見|想法|留言|回答|答案|文本|卡片|笔记|反馈',
    title: '标题|標題|主题|任务',
    detail: '描述|说明|說明|详情',
    persona: '角色|画像|用户画像|人群|对象|群体',
    quadrant: '象限|类别|分类|區域|区域|列|栏目|问题|列表|泳道',
    votes: '票数|投票|投票数|点赞|赞',
    author: '作者|用户|使用者|创建者|创建人|填写人|提交人|发布者',
    person:
      '姓名|名字|您的姓名|电话|手机|手机号|邮箱|电子邮件|地址|住址|出生日期|生日|联系方式|身份证号|微信',
    technical:
      '序号|编号|时间|日期|提交时间|提交答卷时间|所用时间|来源|来源详情|来自ip|总分|创建时间|更新时间|颜色|状态|语言',
    archived: '已归档|已删除|已关闭',
  },
}
