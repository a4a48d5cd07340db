package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestHandler(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"index.html", "service-worker.js", "assets/engine-1a2b.wasm", "assets/page-1a2b.css"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		path, contentType string
		status            int
		kept              bool
	}{
		{"/", "text/html; charset=utf-8", 200, false},
		{"/service-worker.js", "text/javascript; charset=utf-8", 200, false},
		{"/assets/engine-1a2b.wasm", "application/wasm", 200, true},
		{"/assets/page-1a2b.css", "text/css; charset=utf-8", 200, true},
		{"/assets/none.css", "text/plain; charset=utf-8", 404, false},
		{"/../main.go", "text/plain; charset=utf-8", 404, false},
	}
	for _, test := range tests {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, "http://localhost/", nil)
		r.URL.Path = test.path
		handler(dir).ServeHTTP(w, r)
		if w.Code != test.status {
			t.Errorf("%s: status %d, want %d", test.path, w.Code, test.status)
		}
		if got := w.Header().Get("Content-Type"); got != test.contentType {
			t.Errorf("%s: type %q, want %q", test.path, got, test.contentType)
		}
		if kept := strings.Contains(w.Header().Get("Cache-Control"), "immutable"); kept != test.kept {
			t.Errorf("%s: kept for ever: %t, want %t", test.path, kept, test.kept)
		}
	}
}

func TestServeWithoutPage(t *testing.T) {
	err := serve("localhost:0", t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "make build") {
		t.Errorf("error %v, want one that says to run make build", err)
	}
}
