// A Google Forms quiz. To make it:
//   1. Open https://script.google.com, choose "New project", and put all of this text in the place of what is there.
//   2. Press "Run". Google asks you once to allow the script to make forms in your account.
//   3. The execution log names the addresses of the form. It is a quiz, with its key and feedback; look at it before you
//      send it, and choose there whether the options are shuffled: a script cannot.
var QUIZ = {{quiz}};

function makeQuiz() {
  var form = FormApp.create(QUIZ.title);
  form.setIsQuiz(true);
  QUIZ.topics.forEach(function (topic, at) {
    if (at === 0) {
      form.setDescription(topic.title + (topic.summary ? "\n" + topic.summary : ""));
    } else {
      form.addPageBreakItem().setTitle(topic.title).setHelpText(topic.summary);
    }
    topic.questions.forEach(function (question) {
      addQuestion(form, question);
    });
  });
  Logger.log("To change it: " + form.getEditUrl());
  Logger.log("To send it: " + form.getPublishedUrl());
}

function addQuestion(form, question) {
  var item = question.several ? form.addCheckboxItem() : form.addMultipleChoiceItem();
  item.setTitle(question.stem);
  if (question.more) {
    item.setHelpText(question.more);
  }
  item.setChoices(question.options.map(function (option) {
    return item.createChoice(option.text, option.right);
  }));
  item.setPoints(1);
  if (question.right) {
    item.setFeedbackForCorrect(FormApp.createFeedback().setText(question.right).build());
  }
  if (question.wrong) {
    item.setFeedbackForIncorrect(FormApp.createFeedback().setText(question.wrong).build());
  }
}
