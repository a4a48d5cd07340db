// Policymark on the command line, for scripts: it reads texts with marks and
// prints what they say.
//
//	policymark plain FILE…       the plain text
//	policymark escape FILE…      the text as markup without marks
//	policymark marks FILE…       the marks, as JSON
//	policymark practices FILE…   the practices, as JSON
//	policymark render FILE…      the text to read, with its marks and practices
//	policymark check FILE…       the problems
//	policymark diff A B          what changed, in the text and in practice
//	policymark carry OLD NEW     a newer plain text with the marks of an older one
//	policymark drift FILE…       where a text has left the one that was published
//	policymark agree A B…        how annotations of one text agree
//	policymark merge A B         one document of two annotations
//
// Without a file, or for the file -, it reads standard input; --files-from reads a list
// of files, of any length. Input is markup;
// with --plain it is plain text. Positions are code points of the plain text,
// half-open; a line and a column are those of the source, from 1. The exit status
// is 0; 1 when check finds an error, or with --fail-on a warning or anything, when
// diff or drift find a difference, or when carry or merge leave something open; 2 when
// the call is wrong or a file cannot be read or written, after all others are done.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/policymark/policymark/core/locale"
)

// The exit statuses.
const (
	statusOK       = 0
	statusProblems = 1
	statusFailed   = 2
)

// ballast is how many bytes the program seems to hold from the start. Memory is then
// collected after some of it was used, not after the little that one policy takes, and
// a large text costs no more beside it. Nothing is written there, so it takes none.
const ballast = 16 << 20

func main() {
	held := make([]byte, ballast)
	status := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv("LANG"))
	runtime.KeepAlive(held)
	os.Exit(status)
}

// options are what the flags say.
type options struct {
	plain   bool
	format  string
	lang    locale.Lang
	list    string // of files, "" for none; see named
	many    bool   // more than one file, as far as known
	langed  bool   // --lang was given
	check   checkOptions
	render  renderOptions
	compare compareOptions
}

// command is one of the program's verbs.
type command struct {
	name, args, help string
	formats          []string // that --format takes, the first is the default; nil for none
	do               func(input, options) (output, error)
	// together does a command that looks at its files at once; it also returns what
	// goes to standard error.
	together func([]input, options) (output, []byte, error)
}

var commands = []command{
	{"plain", "FILE…", "print the plain text", nil, doPlain, nil},
	{"escape", "FILE…", "print the text as markup without marks", nil, doEscape, nil},
	{"marks", "FILE…", "print the plain text and its marks as JSON", nil, doMarks, nil},
	{"practices", "FILE…", "print the practices", practiceFormats, doPractices, nil},
	{"render", "FILE…", "print the text to read, with marks, legend and practices", renderFormats, doRender, nil},
	{"check", "FILE…", "print the problems", checkFormats, doCheck, nil},
	{"diff", "A B", "print what changed, in the text and in practice", compareFormats, nil, doDiff},
	{"carry", "OLD NEW", "print a newer plain text with the marks of an older one", nil, nil, doCarry},
	{"drift", "FILE…", "print where a text has left the one that was published", compareFormats, doDrift, nil},
	{"agree", "A B…", "print how annotations of one text agree", compareFormats, nil, doAgree},
	{"merge", "A B", "print one document of two annotations", nil, nil, doMerge},
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer, env string) int {
	fail := func(err error) int {
		fmt.Fprintln(stderr, "policymark:", err)
		return statusFailed
	}
	if len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		usage(stdout)
		if len(args) == 0 {
			return statusFailed
		}
		return statusOK
	}
	i := slices.IndexFunc(commands, func(c command) bool { return c.name == args[0] })
	if i < 0 {
		return fail(fmt.Errorf("there is no command %q; policymark help lists them", args[0]))
	}
	c := commands[i]
	o, files, err := parse(c, args[1:], env)
	if errors.Is(err, flag.ErrHelp) {
		usage(stdout)
		return statusOK
	}
	if err != nil {
		return fail(err)
	}
	if c.together != nil {
		return together(c, o, files, stdin, stdout, stderr)
	}
	if len(files) == 0 && o.list == "" {
		files = []string{"-"}
	}
	o.many = len(files) > 1 || o.list != ""
	names := named(files, o.list, stdin)
	if c.name == "check" && o.format == "sarif" {
		log, err := newSARIFLog(stdout, o.lang)
		if err != nil {
			return fail(err)
		}
		status := each(names, stdin, log, stderr, func(in input) (output, error) { return c.do(in, o) })
		if err := log.Close(); err != nil {
			return fail(err)
		}
		return status
	}
	return each(names, stdin, stdout, stderr, func(in input) (output, error) { return c.do(in, o) })
}

// parse reads flags and files, which may stand in any order.
func parse(c command, args []string, env string) (o options, files []string, err error) {
	set := flag.NewFlagSet(c.name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	lang := "en"
	if strings.HasPrefix(env, "zh") {
		lang = "zh"
	}
	set.BoolVar(&o.plain, "plain", false, "")
	set.StringVar(&lang, "lang", lang, "")
	if c.formats != nil {
		set.StringVar(&o.format, "format", c.formats[0], "")
	}
	if c.name == "check" {
		set.BoolVar(&o.check.fix, "fix", false, "")
		set.StringVar(&o.check.failOn, "fail-on", "error", "")
		set.Func("rule", "", o.check.setLevel)
	}
	if c.name == "render" {
		o.render.flags(set)
	} else if c.do != nil {
		set.StringVar(&o.list, "files-from", "", "")
	}
	setCompareFlags(c.name, set, &o.compare)
	for len(args) > 0 {
		if err := set.Parse(args); err != nil {
			return o, nil, fmt.Errorf("%s: %w", c.name, err)
		}
		args = set.Args()
		for len(args) > 0 && (args[0] == "-" || !strings.HasPrefix(args[0], "-")) {
			files = append(files, args[0])
			args = args[1:]
		}
	}
	if lang != "zh" && lang != "en" {
		return o, nil, fmt.Errorf("%s: --lang is zh or en, not %q", c.name, lang)
	}
	o.lang = locale.LangNamed(lang)
	set.Visit(func(f *flag.Flag) { o.langed = o.langed || f.Name == "lang" })
	if c.name == "render" {
		if err := o.render.check(len(files)); err != nil {
			return o, nil, err
		}
	}
	if err := o.compare.check(c.name); err != nil {
		return o, nil, err
	}
	if f := o.check.failOn; c.name == "check" && f != "error" && f != "warning" && f != "info" {
		return o, nil, fmt.Errorf("check: --fail-on is error, warning or info, not %q", f)
	}
	if c.formats != nil && !slices.Contains(c.formats, o.format) {
		return o, nil, fmt.Errorf("%s: --format is %s, not %q", c.name, strings.Join(c.formats, " or "), o.format)
	}
	return o, files, nil
}

func usage(w io.Writer) {
	fmt.Fprint(w, "policymark reads privacy policies with marks: (actor) [action] <data> {purpose}\n\n")
	for _, c := range commands {
		flags := ""
		if c.formats != nil {
			flags = "  --format " + strings.Join(c.formats, "|")
		}
		fmt.Fprintf(w, "  policymark %-9s %s  %s%s\n", c.name, c.args, c.help, flags)
	}
	fmt.Fprint(w, `
Without a file, or for -, it reads standard input.
  --plain       the input is plain text, every bracket in it is text
  --lang zh|en  the language of messages
  --files-from FILE
                more files, which FILE names one a line; - for standard input. Not for
                render and the commands that look at files together

check:
  --fix              change the files: apply every fix that is safe, that is, leaves
                     the plain text as it is and needs nobody's judgement; a file is
                     replaced whole or not at all
  --rule NAME=LEVEL  take a rule for off, error, warning or info, unless the front
                     matter of the file says otherwise; may be given several times
  --fail-on LEVEL    exit with 1 on error (the default), warning or info

render:
  --fragment         without what makes a page of it: to be put into another page
  --id NAME          the fragment's own id, which stands before every address in it
  --heading LEVEL    the level of the outermost headings, 1 to 6
  --src URL          where the site keeps the file; without it the fragment carries
                     the source itself for the element policymark-view
  --static           leave the element out: the text alone
  --script URL       the address of policymark.js, which makes the page alive
  The words around the text are in its own language unless --lang says otherwise.

carry (OLD has marks, NEW is plain text; what is not certain goes to standard error):
  -o FILE            write the new document there
  --report text|json how the lists of marks are printed

drift:
  --base FILE        the text that was published, unless the front matter names it
                     (policymark: base: FILE, relative to the document)
  --fix              change the files: give them the words of the base again wherever
                     the marks allow it, and print where they do not

merge:
  --take a|b|agreed  whose marks to take where the two do not agree; agreed, the
                     default, leaves these out
  -o FILE            write the document there

Positions are code points of the plain text; lines and columns are those of the
file, from 1.

Exit status:
  0  done; check found nothing that --fail-on counts, diff and drift no difference;
     carry and merge left nothing open
  1  check found something that it counts, diff or drift a difference; carry has
     doubtful or lost marks, merge places without a decision; all is printed
  2  the call is wrong, or a file cannot be read or written; the other files are done
`)
}
