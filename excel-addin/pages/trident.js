/* ES5 for the web views of Excel 2016 and 2019 (Trident, then the first Edge), which run nothing newer: one sentence, and the commands end. */
/* eslint-disable no-var */
if (document.documentMode || /\bEdge\//.test(navigator.userAgent)) {
  var place = document.getElementById('panel') || document.getElementById('answer');
  if (place) place.innerHTML = '<p>{{sentence}}</p><p><a href="support.html" target="_blank">Trang Hỗ trợ</a></p>';
  window.scoreWorkbook = window.stampResult = function (event) {
    var address = location.href.replace(/commands\.html.*$/, 'answer.html');
    Office.context.ui.displayDialogAsync(address, { height: 30, width: 30 }, function () {
      event.completed();
    });
  };
  Office.initialize = function () {};
}
