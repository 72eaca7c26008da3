/** What an archive says of itself, to whoever finds it without the program. */
import { defineStrings } from './strings.ts';

export const archiveStrings = defineStrings({
  'zh-Hant': {
    readme: `議事簿封存檔

這裡是一位使用者全部的會議紀錄，不需要議事簿也能閱讀。

meetings/    每次會議一份紀錄，依年份分資料夾；同一份紀錄有三種檔案：
             .docx 用 Word 或 LibreOffice 開啟、列印；
             .txt  純文字（UTF-8），任何程式都能開啟；
             .json 完整的資料，供程式讀取（UTF-8）。
versions/    命名過或送出過的舊版本（.json）。
images/      紀錄裡的圖片；檔名是內容的 SHA-256。
index.json   目錄：每份紀錄的標題、時間與檔名；trashedAt 有時間的，製作時在垃圾桶裡。
             sha256 列出每個檔案的 SHA-256，可以用來確認檔案沒有損壞。

要在另一台電腦上繼續使用：在議事簿的「安全與備份」選擇「匯入封存檔」。
檔名以 .age 結尾的封存檔有密碼保護，任何支援 age 格式的程式都能解開：
  age --decrypt -o 封存檔.zip 封存檔.zip.age
`,
  },
  'zh-Hans': {
    readme: `议事簿归档文件

这里是一位用户全部的会议记录，不需要议事簿也能阅读。

meetings/    每次会议一份记录，按年份分文件夹；同一份记录有三种文件：
             .docx 用 Word、WPS 或 LibreOffice 打开、打印；
             .txt  纯文本（UTF-8），任何程序都能打开；
             .json 完整的数据，供程序读取（UTF-8）。
versions/    命名过或送出过的旧版本（.json）。
images/      记录里的图片；文件名是内容的 SHA-256。
index.json   目录：每份记录的标题、时间和文件名；trashedAt 有时间的，制作时在回收站里。
             sha256 列出每个文件的 SHA-256，可以用来确认文件没有损坏。

要在另一台电脑上继续使用：在议事簿的“安全与备份”里选择“导入归档文件”。
文件名以 .age 结尾的归档文件有密码保护，任何支持 age 格式的程序都能解开：
  age --decrypt -o 归档文件.zip 归档文件.zip.age
`,
  },
  en: {
    readme: `Minutebook archive

These are all the meeting minutes of one user. They can be read without Minutebook.

meetings/    The minutes of each meeting, in a folder for each year, as three files:
             .docx to open and print with Word or LibreOffice;
             .txt  plain text (UTF-8) for any program;
             .json the complete data, for programs (UTF-8).
versions/    Earlier versions that were named or sent out (.json).
images/      The pictures of the minutes; their names are the SHA-256 of their content.
index.json   The list: title, time and files of each meeting; those with a time in trashedAt
             were in the trash. sha256 holds the SHA-256 of every file, to tell whether one is damaged.

To go on with them on another computer: in Minutebook, open “Safety and backups” and import the archive.
An archive whose name ends in .age is protected by a passphrase; every program for the age format opens it:
  age --decrypt -o archive.zip archive.zip.age
`,
  },
});
