"""The same table for the tongues that we don't read but that our writers' letters may be framed in."""

from __future__ import annotations

# de fr es it pt nl sv da no fi pl cs ru uk tr hu ro el ja zh ko ar
FIELDS = {
    "from": (
        "de la",
        "보낸 사람",
        *"von de da van från fra lähettäjä od от від kimden feladó gönderen desde expéditeur remitente mittente absender "
        "avsender afsender afzender remetente nadawca odesílatel отправитель 差出人 发件人 寄件者 보낸사람 寄件人 από من".split(),
    ),
    "date": (
        *"gesendet datum envoyé date enviado fecha inviato data verzonden skickat sendt dato lähetetty päivämäärä".split(),
        *"wysłano data odesláno дата отправлено надіслано tarih gönderildi elküldve dátum trimis 送信日時 日時".split(),
        *"发送时间 日期 날짜 ημερομηνία تاريخ enviada enviado em enviada em gesendet am envoyé le den dne".split(),
        "envoyé le",
        "enviado el",
        "enviado em",
        "enviada em",
        "gesendet am",
        "дата отправки",
        "gönderme tarihi",
        "보낸 날짜",
        "寄件日期",
        "发送日期",
    ),
    "to": (
        *"an à a para aan till til vastaanottaja do komu кому kime címzett către 宛先 收件人 받는사람 收件者 抄送 προς إلى kopie kopio".split(),
        *"copie copia cópia kopia копия cc :cc".split(),
    ),
    "subject": tuple(
        "betreff objet asunto oggetto assunto onderwerp ämne emne aihe temat předmět тема konu tárgy subiect 件名 主题 主旨 "
        "제목 θέμα الموضوع sujet".split()
    ),
}

STARTS = tuple(
    "am le el il op den em em dia dne dnia w på pe la a no de va в вт ср чт пт сб вс пн lun mar mer jeu ven sam dim "
    "mo di mi do fr sa so ma wo vr za zo ti ke to pe su lø sø 在 於 στις vào il giorno em seg ter qua qui sex sáb dom".split()
)

WROTE_LAST = (
    "(?:a|a) écrit|écrit|a ecrit",
    "escribió|escribio|ha escrito|escribi[oó] lo siguiente",
    "ha scritto|scrisse|scrive",
    "escreveu",
    "schrieb|geschrieben|schreef|geschreven",
    "skrev|skrev f[øö]ljande|skrev følgende",
    "kirjoitti",
    "napisał\\(a\\)|napisała?|pisze",
    "napsala?|napsal\\(a\\)",
    "написала?|пишет|пише|написав",
    "tarihinde .{1,80} yazdı|yazdı|şunu yazdı",
    "írta|a következőt írta",
    "a scris",
    "έγραψε",
    "のメール|さんは書きました|wrote",
    "写道|寫道|작성",
    "كتب",
    "đã viết",
    "menulis",
    "va escriure",
)
WROTE_THEN_NAME = (
    "zitat von",
    "citando",
    "schrieb",
    "schreef",
    "skrev",
    "napsal(?:a|\\(a\\))?",
    "kirjoitti",
    "napisał(?:a|\\(a\\))?",
    "a écrit",
    "escribió",
    "ha scritto",
    "escreveu",
)

DIVIDERS = (
    "ursprüngliche (?:nachricht|mail)",
    "(?:original|weitergeleitete|antwort)[ -]?nachricht",
    "message (?:d'origine|original|transféré|initial)",
    "(?:courriel|e-mail) (?:d'origine|original)",
    "début du message (?:réexpédié|transféré|transmis)",
    "mensaje (?:original|reenviado)",
    "inicio del mensaje reenviado",
    "messaggio (?:originale|inoltrato)",
    "inizio messaggio inoltrato",
    "mensagem (?:original|encaminhada)",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "(?:ursprungligt|vidarebefordrat) meddelande",
    "oprindelig (?:meddelelse|besked)",
    "opprinnelig melding",
    "(?:videresendt|videresendte) (?:melding|meddelelse|besked)",
    "(?:alkuperäinen|edelleenlähetetty) viesti",
    "(?:wiadomość oryginalna|oryginalna wiadomość|wiadomość przekazana)",
    "původní (?:zpráva|e-?mail)",
    "(?:исходное|пересылаемое|пересланное) (?:сообщение|письмо)",
    "начало переадресованного сообщения",
    "(?:özgün|orijinal|iletilen) (?:ileti|mesaj)",
    "eredeti üzenet",
    "mesaj original",
    "anfang der weitergeleiteten (?:nachricht|e-?mail)",
    "begin doorgestuurd bericht",
    "元のメッセージ|転送メッセージ|転送されたメッセージ",
    "原始邮件|原始郵件|转发的邮件|邮件原件",
    "원본 메시지",
)

GREETINGS = (
    "hallo", "guten (?:tag|morgen|abend)", "sehr geehrte[rs]?", "liebe[rs]?", "bonjour", "bonsoir", "ch[eè]re?s?", "hola",
    "estimad[oa]s?", "buenos d[ií]as", "ciao", "buongiorno", "gentile", "caro", "cara", "ol[aá]", "beste", "hej",
)  # fmt: skip
MOBILE = (
    "diese (?:nachricht|e-?mail) wurde von .{2,80} gesendet",
    "(?:von|mit) .{2,40} gesendet",
    "(?:diese nachricht wurde )?(?:gesendet|verschickt) (?:von|mit|über|aus).{2,80}",
    "(?:envoyé|expédié|télécharge[rz]) (?:de|depuis|du|à partir|avec|via|par|outlook).{1,80}",
    "enviado (?:desde|do|de|a partir|através).{1,80}",
    "obtener outlook para .{2,60}",
    "obtenir outlook pour .{2,60}",
    "inviato (?:da|dal|con|tramite).{1,80}",
    "(?:verzonden|verstuurd) (?:vanaf|van|met|vanuit|via).{1,80}",
    "(?:skickat|skickades) (?:från|med|via).{1,80}",
    "sendt fra .{1,80}",
    "(?:lähetetty|lähetin) .{1,80}",
    "wysłane? z .{1,80}",
    "odesláno z .{1,80}",
    "отправлено (?:с|из|через).{1,80}",
    "надіслано з .{1,80}",
    ".{2,40}(?:'?d[ae]n|'?m'?d[ae]n) gönderildi",
    "iphoneから送信|iPadから送信|.{2,30}から送信",
    "发自我的.{1,40}|從我的.{1,30}傳送",
    "나의 .{1,30}에서 보냄",
)

CLOSINGS = (
    "(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen|schönen) (?:grüßen|grüssen|gruß|dank)|mfg|viele grüße|lg|"
    "(?:beste|liebe|herzliche|freundliche) grüße|danke|grüße",
    "cordialement|bien (?:cordialement|à vous)|merci(?: d'avance| beaucoup)?|salutations|bonne journée|sincères salutations",
    "(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|(?:muchas )?gracias|un abrazo",
    "(?:cordiali|distinti) saluti|grazie(?: mille)?|saluti|buona giornata",
    "(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|mvg|groet(?:en|jes)?|bedankt|dank(?: je)?(?: wel)?",
    "(?:med )?(?:vänliga?|venlig|vennlig|bästa) (?:hälsningar?|hilsen)|mvh|hälsningar|hilsen|tack|tak|takk",
    "atenciosamente|(?:muito )?obrigad[oa]|abraços?|cumprimentos",
    "с уважением|спасибо|pozdrawiam|z poważaniem|s pozdravem|saygılarımla|üdvözlettel|ystävällisin terveisin",
)

DISCLAIMERS = (
    "(?:diese|die) e-?mail .{0,60}(?:vertraulich|vertrauliche)",
    "(?:ce|cet|le présent) (?:message|e-?mail|courriel).{0,120}(?:confidentiel|destinataire)",
    "(?:este|el presente) (?:mensaje|correo|e-?mail).{0,120}(?:confidencial|destinatario)",
    "(?:questo|il presente) (?:messaggio|e-?mail).{0,120}(?:riservat|confidenzial|destinatari)",
    "(?:dit|deze) (?:bericht|e-?mail).{0,120}(?:vertrouwelijk|bestemd)",
    "esta mensagem.{0,120}(?:confidencial|destinatári)",
)

BANNERS = (
    "(?:achtung|vorsicht|externe e-?mail|attention|atención|attenzione) ?[:!].{0,80}(?:extern|externe|esterno)",
)
