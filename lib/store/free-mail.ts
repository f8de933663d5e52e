/** Mail that anybody can have: such a domain is no organisation. */
const FREE_MAIL = new Set(
  `aol.com att.net bigpond.com bluewin.ch btinternet.com comcast.net cox.net duck.com fastmail.com free.fr freenet.de gmail.com
  gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.fr icloud.com
  laposte.net libero.it live.com mac.com mail.com mail.ru mailbox.org me.com msn.com naver.com neuf.fr orange.fr outlook.com
  outlook.de pm.me posteo.de proton.me protonmail.com qq.com rediffmail.com sfr.fr shaw.ca t-online.de telenet.be tutanota.com
  verizon.net virgilio.it wanadoo.fr web.de wp.pl yahoo.co.jp yahoo.co.uk yahoo.com yahoo.de yahoo.es yahoo.fr yandex.com
  yandex.ru zoho.com 163.com 126.com`.split(/\s+/),
);

export const isFreeMail = (domain: string): boolean => FREE_MAIL.has(domain);
