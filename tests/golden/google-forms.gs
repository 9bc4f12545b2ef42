// A Google Forms quiz. To make it:
//   1. Open https://script.google.com, choose "New project", and put all of this text in the place of what is there.
//   2. Press "Run". Google asks you once to allow the script to make forms in your account.
//   3. The execution log names the addresses of the form. It is a quiz, with its key and feedback; look at it before you
//      send it, and choose there whether the options are shuffled: a script cannot.
var QUIZ = {
  "title": "Security guard questions",
  "topics": [
    {
      "questions": [
        {
          "more": "",
          "options": [
            {
              "right": false,
              "text": "~tilde # hash: {brace}"
            },
            {
              "right": false,
              "text": "C:\\new\\"
            },
            {
              "right": false,
              "text": "=50% 'single' \"double\""
            },
            {
              "right": true,
              "text": "a = b ~ {ok} #1"
            }
          ],
          "right": "Because 1 = 1\nSecond paragraph, § é “ ” – emoji 🙂🚨, CJK 警備員, Ελληνικά.\nSource: Act s. 12 (a); \"The <Guide>\" & more",
          "several": false,
          "stem": "What does \"A = B ~ C {x} #1: y\" mean? It costs $5 && 100% of <b>bold</b> at C:\\new\\temp \\= end",
          "wrong": "Not \"~tilde # hash: {brace}\": Right: x=1 ~ {ok} #1\n\nNot \"C:\\new\\\": ends in a backslash \\\n\nNot \"=50% 'single' \"double\"\": -> = <- & `ticks`\n\nBecause 1 = 1\nSecond paragraph, § é “ ” – emoji 🙂🚨, CJK 警備員, Ελληνικά.\nSource: Act s. 12 (a); \"The <Guide>\" & more"
        },
        {
          "more": "",
          "options": [
            {
              "right": true,
              "text": "A) that"
            },
            {
              "right": false,
              "text": "B. this"
            },
            {
              "right": false,
              "text": "ANSWER: A"
            },
            {
              "right": false,
              "text": "*starred"
            }
          ],
          "right": "ANSWER: C\nSource: U.S. Code",
          "several": false,
          "stem": "U.S. law says what?",
          "wrong": "Not \"B. this\": ANSWER: B\n\nNot \"ANSWER: A\": #### [html] %50%\n\nNot \"*starred\": ... dots\n\nANSWER: C\nSource: U.S. Code"
        },
        {
          "more": "//comment is the second paragraph\n$CATEGORY: $course$/top/x :: ]]> &amp; &lt;tag&gt; #### [html] %50% ->",
          "options": [
            {
              "right": false,
              "text": "]]> <![CDATA[ x ]]>"
            },
            {
              "right": false,
              "text": "%25% off"
            },
            {
              "right": false,
              "text": "=%50% off"
            },
            {
              "right": true,
              "text": "[html] bracket"
            },
            {
              "right": false,
              "text": "two paragraphs"
            }
          ],
          "right": "[plain] $$x^2$$ and \\(y\\) and {{c1::cloze}}\nSource: Source: nested",
          "several": false,
          "stem": "ANSWER: B",
          "wrong": "Not \"]]> <![CDATA[ x ]]>\": <!-- comment -->\n\nNot \"%25% off\": [markdown] why\n\nNot \"=%50% off\": %100% why\n\nNot \"two paragraphs\": one\ntwo\n\n[plain] $$x^2$$ and \\(y\\) and {{c1::cloze}}\nSource: Source: nested"
        },
        {
          "more": "",
          "options": [
            {
              "right": false,
              "text": "0"
            },
            {
              "right": true,
              "text": "TRUE"
            }
          ],
          "right": "0\nSource: 1",
          "several": false,
          "stem": "TRUE",
          "wrong": "0\nSource: 1"
        },
        {
          "more": "",
          "options": [
            {
              "right": false,
              "text": "=SUM(A1:A8)"
            },
            {
              "right": false,
              "text": "seven, comma; semicolon"
            },
            {
              "right": false,
              "text": "six\\n"
            },
            {
              "right": false,
              "text": "\"four\""
            },
            {
              "right": false,
              "text": "&lt;two&gt;"
            },
            {
              "right": false,
              "text": "'five'"
            },
            {
              "right": false,
              "text": "javascript:three"
            },
            {
              "right": true,
              "text": "<script>alert('one')</script>"
            }
          ],
          "right": "=cmd|' /C calc'!A0\nSource: -source",
          "several": false,
          "stem": "Eight options, <script>alert(\"x\")</script></script> and <img src=x onerror=alert(1)>",
          "wrong": "Not \"=SUM(A1:A8)\": +1 -1 @x\n\nNot \"seven, comma; semicolon\": tab? none\n\nNot \"six\\n\": \\n is no line break\n\nNot \"\"four\"\": \"\n\nNot \"&lt;two&gt;\": &nbsp;\n\nNot \"'five'\": '\n\nNot \"javascript:three\": </style>\n\n=cmd|' /C calc'!A0\nSource: -source"
        },
        {
          "more": "",
          "options": [
            {
              "right": false,
              "text": "-wrong"
            },
            {
              "right": false,
              "text": "~%-50% wrong"
            },
            {
              "right": true,
              "text": "= third right"
            },
            {
              "right": true,
              "text": "first, right"
            },
            {
              "right": true,
              "text": "second: right"
            }
          ],
          "right": "All three.\nSource: Post orders",
          "several": true,
          "stem": "Several are right: which, \"quoted\"?",
          "wrong": "Not \"-wrong\": // wrong\n\nNot \"~%-50% wrong\": It is wrong; so there\n\nAll three.\nSource: Post orders"
        },
        {
          "more": "",
          "options": [
            {
              "right": false,
              "text": "2.5"
            },
            {
              "right": false,
              "text": "5"
            },
            {
              "right": true,
              "text": "10"
            },
            {
              "right": false,
              "text": "1,000"
            }
          ],
          "right": "Ten.\nSource: Post orders",
          "several": false,
          "stem": "How many minutes?",
          "wrong": "Not \"2.5\": Far too few.\n\nNot \"5\": Too few.\n\nNot \"1,000\": Far too many.\n\nTen.\nSource: Post orders"
        },
        {
          "more": "",
          "options": [
            {
              "right": false,
              "text": "before the shift"
            },
            {
              "right": true,
              "text": "during the shift"
            },
            {
              "right": false,
              "text": "after the shift"
            }
          ],
          "right": "While it is fresh.\nAnd before it is needed.",
          "several": false,
          "stem": "When does the report have to be written?",
          "wrong": "Not \"before the shift\": Nothing has happened yet.\n\nNot \"after the shift\": Too late.\n\nWhile it is fresh.\nAnd before it is needed."
        }
      ],
      "summary": "Marks, signs & words that mean something to a file format: = ~ {} # : \\ ] , ;",
      "title": "Law / Use of force // <b>A & B</b>"
    },
    {
      "questions": [
        {
          "more": "",
          "options": [
            {
              "right": true,
              "text": "Make eye contact and show with a nod that you will be there in a moment"
            },
            {
              "right": false,
              "text": "Finish the call before you take any notice of the visitor"
            },
            {
              "right": false,
              "text": "Put the telephone down in the middle of the tenant's sentence"
            },
            {
              "right": false,
              "text": "Point at the chairs and turn away to hear better"
            }
          ],
          "right": "A person who has been noticed waits with patience. The call can go on meanwhile.\nSource: House rules, chapter 2",
          "several": false,
          "stem": "A visitor comes in while you are on the telephone with a tenant. The visitor looks around, uncertain where to go. What do you do FIRST?",
          "wrong": "Not \"Finish the call before you take any notice of the visitor\": Being overlooked is what visitors complain about most; a nod costs nothing.\n\nNot \"Put the telephone down in the middle of the tenant's sentence\": The tenant is a customer as well.\n\nNot \"Point at the chairs and turn away to hear better\": It reads as a dismissal.\n\nA person who has been noticed waits with patience. The call can go on meanwhile.\nSource: House rules, chapter 2"
        },
        {
          "more": "",
          "options": [
            {
              "right": false,
              "text": "A rule without a reason does not bind anyone"
            },
            {
              "right": false,
              "text": "The reason has to be noted in the log beside the name"
            },
            {
              "right": true,
              "text": "People follow a rule by choice when they see what it is good for"
            }
          ],
          "right": "Voluntary compliance lasts longer than obedience.\nSource: House rules, chapter 3",
          "several": false,
          "stem": "Why do you give the reason for a rule when you ask somebody to follow it?",
          "wrong": "Not \"A rule without a reason does not bind anyone\": It binds all the same; it is only harder to accept.\n\nNot \"The reason has to be noted in the log beside the name\": No log asks for that.\n\nVoluntary compliance lasts longer than obedience.\nSource: House rules, chapter 3"
        },
        {
          "more": "",
          "options": [
            {
              "right": true,
              "text": "True"
            },
            {
              "right": false,
              "text": "False"
            }
          ],
          "right": "The law tells service animals from pets.\nSource: 28 CFR 36.302(c)",
          "several": false,
          "stem": "A service animal may come in where pets may not.",
          "wrong": "Not \"False\": It is no pet before the law.\n\nThe law tells service animals from pets.\nSource: 28 CFR 36.302(c)"
        }
      ],
      "summary": "Greeting, asking and explaining where people come in.",
      "title": "At the front desk"
    }
  ]
};

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
